/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.PeerMain;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.driver.PreparedRead;

/** The Modbus driver alone beside the library that it stands on, both in this process. */
final class DirectModbus implements Bench.Part {

    private static final int DEVICES = 500;
    private static final int TAGS = 30;
    private static final int THREADS = 8;
    private static final int SWEEP = 10_000;
    private static final int BLOCK = 125;
    private static final int IN_FLIGHT = 8;
    private static final int PUBLISHED_TAGS = 30_000;
    private static final long READY_SECONDS = 30;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 1500;

    private final Layout layout;

    DirectModbus(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "Modbus driver beside the bare client";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/drivers-modbus");
        int port = FreePorts.one();
        try (JavaProcess peers = PeerMain.start(layout, FreePorts.one(), port, 1, SWEEP, folder.resolve("logs"));
                DriverHost host = new DriverHost(folder)) {
            peers.awaitReady(READY_SECONDS);
            List<Row> rows = new ArrayList<>(devices(host, port));
            rows.addAll(sweep(host, port));
            return rows;
        }
    }

    private static List<Row> devices(DriverHost host, int port) throws IOException, InterruptedException {
        String what = DEVICES + " Modbus devices with " + TAGS + " tags each";
        List<Load.Work> drivers = new ArrayList<>();
        List<BareBlocks> blocks = new ArrayList<>();
        List<BareBlocks> singles = new ArrayList<>();
        try (Crew crew = new Crew(THREADS)) {
            for (int i = 0; i < DEVICES; i++) {
                PreparedRead prepared = prepared(host, "device-" + i, port, 1, TAGS);
                drivers.add(() -> DirectOpcUa.read(prepared));
                blocks.add(new BareBlocks(port, TAGS, TAGS, 1));
                singles.add(new BareBlocks(port, TAGS, 1, 1));
            }
            List<Row> rows = Load.rows(
                    Rounds.interleave(
                            WARM_UPS,
                            ROUNDS,
                            () -> Load.working(ROUND_MILLIS, () -> crew.all(drivers)),
                            () -> Load.working(ROUND_MILLIS, () -> crew.all(works(blocks)))),
                    what + ", beside blocks laid out by hand",
                    0.95,
                    Double.NaN);
            Row single = Rounds.interleave(
                            0,
                            ROUNDS,
                            () -> Load.working(ROUND_MILLIS, () -> crew.all(drivers)),
                            () -> Load.working(ROUND_MILLIS, () -> crew.all(works(singles))))
                    .row(what + ", beside one request a tag", "values/s", Load::perSecond);
            rows.add(single.withGoal(Goal.atLeast(20 * single.reference())));
            rows.add(Row.of("Modbus tags/s to publish", "values/s", rows.get(0).value())
                    .withGoal(Goal.atLeast(PUBLISHED_TAGS)));
            return rows;
        } finally {
            for (List<BareBlocks> clients : List.of(blocks, singles)) {
                for (BareBlocks client : clients) {
                    client.close();
                }
            }
        }
    }

    private static List<Load.Work> works(List<BareBlocks> clients) {
        return clients.stream().<Load.Work>map(client -> client::read).toList();
    }

    private static List<Row> sweep(DriverHost host, int port) throws IOException, InterruptedException {
        PreparedRead prepared = prepared(host, "sweep", port, IN_FLIGHT, SWEEP);
        try (BareBlocks bare = new BareBlocks(port, SWEEP, BLOCK, IN_FLIGHT)) {
            return Load.rows(
                    Rounds.interleave(
                            WARM_UPS,
                            ROUNDS,
                            () -> Load.working(ROUND_MILLIS, () -> DirectOpcUa.read(prepared)),
                            () -> Load.working(ROUND_MILLIS, bare::read)),
                    "Modbus sweep of " + SWEEP + " registers, " + IN_FLIGHT
                            + " requests in flight, beside raw registers in blocks of " + BLOCK,
                    0.95,
                    Double.NaN);
        }
    }

    private static PreparedRead prepared(DriverHost host, String pid, int port, int inFlight, int registers)
            throws IOException {
        return host.modbus(pid, Map.of("host", "127.0.0.1", "port", port, "requests.in.flight", inFlight))
                .driver()
                .prepareRead(Channels.registers(0, registers));
    }
}
