/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.bench.standalone.DriverHost.Hosted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spoiled OPC UA streams by the hundred, while reading and while connecting. With messages signed no value is taken that
 * the server did not send. Without security nobody can tell a changed value from a true one: there the driver must
 * neither hang nor stay away.
 */
@Timeout(1800)
class OpcUaFuzzIT {

    private static final int ROUNDS = Boolean.getBoolean("tohu.full") ? 5_000 : 250;
    private static final int WARM_UP = 64;
    private static final int LANES = 32;
    private static final int ITEMS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long HEAP_MEBIBYTES = 12;
    private static final String THREADS = "opcua-fuzzed";
    private static final Map<String, Object> SHORT = Map.of("request.timeout", 500);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needNodeOpcUa() {
        Foreign.NODE_OPCUA.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Sign"})
    void noSpoiledStreamHangsTheDriverAndNoneThatIsSignedGivesAWrongValue(String mode) throws Exception {
        int port = FreePorts.one();
        Peer peer = Peer.nodeOpcUa(port, folder, "open");
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try (DriverHost host = new DriverHost(folder)) {
            List<Lane> lanes = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                lanes.add(new Lane(host, i, port, mode));
            }
            inAll(threads, lanes, lane -> lane.run(0, WARM_UP));
            long heap = Footprint.heap();
            inAll(threads, lanes, lane -> lane.run(WARM_UP, ROUNDS));
            inAll(threads, lanes, Lane::recover);
            Footprint.assertHeapAsBefore(heap, HEAP_MEBIBYTES);
            int right = lanes.stream().mapToInt(lane -> lane.right).sum();
            System.out.println(mode + ": " + right + " of " + ROUNDS + " reads went well");
            assertThat(right).isBetween(1, ROUNDS - 1);
            for (Lane lane : lanes) {
                lane.line.close();
            }
        } finally {
            threads.shutdownNow();
            peer.close();
        }
        Reads.await("the threads end", () -> Footprint.threads(THREADS).isEmpty());
    }

    private interface Step {
        void run(Lane lane) throws Exception;
    }

    private static void inAll(ExecutorService threads, List<Lane> lanes, Step step) throws Exception {
        List<Callable<Void>> steps = new ArrayList<>();
        for (Lane lane : lanes) {
            steps.add(() -> {
                step.run(lane);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(steps)) {
            done.get();
        }
    }

    /** A driver with a line of its own: spoiled streams are mostly waited for, so many at once take no longer. */
    private static final class Lane {

        private final int number;
        private final boolean signed;
        private final Line line;
        private final Saboteur saboteur = new Saboteur();
        private final Hosted driver;
        private int right;

        Lane(DriverHost host, int number, int port, String mode) throws Exception {
            this.number = number;
            signed = mode.equals("Sign");
            line = new Line(port);
            line.replies(() -> saboteur);
            driver = host.opcUa("fuzzed-" + number, OpcUaSide.config(mode, line.port(), SHORT));
            OpcUaSide.trust(driver, mode, line.port(), SHORT);
        }

        void run(int from, int to) throws Exception {
            for (int seed = from + number; seed < to; seed += LANES) {
                right += round(seed) ? 1 : 0;
            }
        }

        void recover() throws Exception {
            saboteur.disarm();
            Reads.await("an honest server is read again", () -> OpcUaSide.right(driver, ITEMS));
        }

        /** Whether the read went well. One round in four spoils a reply on the way to a session. */
        private boolean round(int seed) throws Exception {
            if (new Random(seed).nextInt(4) == 0) {
                driver.driver().disconnect();
            } else {
                Reads.await("it connects, before seed " + seed, () -> Reads.connects(driver.driver()));
            }
            saboteur.arm(seed);
            List<ChannelRecord> records = OpcUaSide.variables(ITEMS);
            long begun = System.nanoTime();
            boolean answered = Reads.answered(driver.driver(), records);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String what = "seed " + seed + ", " + saboteur.deed();
            assertThat(took).as("duration with " + what).isLessThan(LONGEST);
            if (!answered || !records.stream().allMatch(Reads::succeeded)) {
                return false;
            }
            if (signed) {
                assertThat(records.stream().map(Reads::value))
                        .as("values with " + what)
                        .containsExactlyElementsOf(IntStream.range(0, ITEMS)
                                .mapToObj(i -> (Object) (double) i)
                                .toList());
            }
            return true;
        }
    }
}
