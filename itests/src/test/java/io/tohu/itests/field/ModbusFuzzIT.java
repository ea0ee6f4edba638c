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
import io.tohu.bench.peer.ModbusPeer;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.bench.standalone.DriverHost.Hosted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spoiled Modbus replies by the thousand. A value is wrong when it is not what the device holds, unless the bytes that
 * arrived contain a reply that is whole by the protocol's own measure and carries it: under Modbus TCP one with the
 * transaction, unit, function and length that were asked for, over RTU one with the unit, the function, the length and
 * a checksum that is right. Such a reply cannot be told from a true one by anybody.
 */
@Timeout(900)
class ModbusFuzzIT {

    private static final int ROUNDS = Boolean.getBoolean("tohu.full") ? 10_000 : 1_000;
    private static final int REGISTERS = 1000;
    private static final int WARM_UP = 50;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final long HEAP_MEBIBYTES = 8;
    private static final String THREADS = "tohu-modbus";
    private static final int MOST_THREADS = 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ModbusPeer.Framing.class)
    void noSpoiledReplyHangsTheDriverOrIsTakenForAValue(ModbusPeer.Framing framing) throws Exception {
        int port = FreePorts.one();
        try (ModbusPeer peer = new ModbusPeer(port, REGISTERS, framing);
                Line line = new Line(port);
                DriverHost host = new DriverHost(folder)) {
            peer.start();
            Saboteur saboteur = new Saboteur();
            line.replies(() -> saboteur);
            Hosted driver = host.modbus(
                    "fuzzed",
                    Map.of(
                            "host", "127.0.0.1",
                            "port", line.port(),
                            "framing", framing.name(),
                            "request.timeout", 60,
                            "request.retries", 0,
                            "reconnect.min", 10,
                            "reconnect.max", 10,
                            "max.gap", 0));
            Tally tally = new Tally();
            long heap = 0;
            for (int round = 0; round < ROUNDS; round++) {
                if (round == WARM_UP) {
                    heap = Footprint.heap();
                }
                run(driver, saboteur, round, tally, framing);
            }
            saboteur.disarm();
            Reads.await(
                    "an honest device is read again",
                    () -> Reads.right(driver.driver(), Channels.registers(0, REGISTERS), n -> n));
            Footprint.assertHeapAsBefore(heap, HEAP_MEBIBYTES);
            assertThat(Footprint.threads(THREADS)).as("threads").hasSizeLessThan(MOST_THREADS);
            System.out.println(framing + ": " + tally);
            assertThat(tally.right).isPositive();
            assertThat(tally.failed).isPositive();
        }
        Reads.await("the threads end", () -> Footprint.threads(THREADS).isEmpty());
    }

    private static final class Tally {

        private int right;
        private int failed;
        private int alike;

        @Override
        public String toString() {
            return right + " reads right, " + failed + " failed, " + alike
                    + " spoiled to what nobody can tell from a true reply";
        }
    }

    private static void run(Hosted driver, Saboteur saboteur, int round, Tally tally, ModbusPeer.Framing framing)
            throws Exception {
        Random random = new Random(round);
        int from = random.nextInt(REGISTERS - 10);
        int count = 1 + random.nextInt(10);
        List<ChannelRecord> records = Channels.registers(from, count);
        Reads.await("it connects", () -> Reads.connects(driver.driver()));
        saboteur.arm(round);
        long begun = System.nanoTime();
        boolean answered = Reads.answered(driver.driver(), records);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        String what = "seed " + round + ", " + saboteur.deed();
        assertThat(took).as("duration with " + what).isLessThan(LONGEST);
        if (!answered || !records.stream().allMatch(Reads::succeeded)) {
            tally.failed++;
            return;
        }
        int[] values = records.stream()
                .mapToInt(record -> (Integer) record.getValue().getValue())
                .toArray();
        if (Arrays.equals(values, IntStream.range(from, from + count).toArray())) {
            tally.right++;
        } else {
            assertThat(Indistinguishable.in(saboteur.delivered(), saboteur.sent(), values, framing))
                    .as("the wrong values " + Arrays.toString(values) + " from " + from + " came with " + what)
                    .isTrue();
            tally.alike++;
        }
    }
}
