/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Percentiles;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.OpcUaPeer;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import io.tohu.cli.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From a changed value in an OPC UA server to the alarm that a gateway's detector writes back to that server, against a
 * few lines over Milo's client that compare with a threshold. Server and bare client are in this process, so that one
 * clock measures; the gateway is in its own. Every change comes at a random moment between two samples.
 */
final class WriteBack implements Bench.Part {

    private static final int CHANGES = 200;
    private static final int WARM_UPS = 30;
    private static final int INTERVAL_MILLIS = 20;
    private static final double ALLOWED_MILLIS = 50;
    private static final int WINDOW = 4;
    private static final double MEBIBYTE = 1 << 20;

    private final Layout layout;

    WriteBack(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "change to write-back";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/write-back");
        try (OpcUaPeer server = new OpcUaPeer(FreePorts.one());
                Rig rig = new Rig(layout, FreePorts.rig(), folder)) {
            Reaction polled = new Reaction(server, "polled");
            Reaction listened = new Reaction(server, "listened");
            Reaction barePolled = new Reaction(server, "bare-polled");
            Reaction bareListened = new Reaction(server, "bare-listened");
            start(server);
            List<Path> packages = new ArrayList<>();
            for (String feature : List.of("onnxruntime-linux-x64", "field", "ai")) {
                packages.add(layout.feature(feature));
            }
            BenchModel wide = new BenchModel("wide", polled.signal(), WINDOW);
            BenchModel narrow = new BenchModel("narrow", listened.signal(), 1);
            packages.add(wide.write(folder.resolve("models")));
            packages.add(narrow.write(folder.resolve("models")));
            Path snapshot = folder.resolve("snapshot.xml");
            snapshot(server.url(), polled, wide, listened, narrow).write(snapshot);
            JavaProcess gateway = rig.startGateway("5.6", snapshot, packages);
            try (BareLoops bare = new BareLoops(server.url())) {
                bare.poll(barePolled, INTERVAL_MILLIS);
                bare.listen(bareListened, INTERVAL_MILLIS, INTERVAL_MILLIS);
                double[][] millis = changes(List.of(polled, barePolled, listened, bareListened));
                List<Row> rows = new ArrayList<>();
                add(
                        rows,
                        "polled every " + INTERVAL_MILLIS + " ms, window of " + WINDOW + ", stride 1",
                        millis[0],
                        millis[1]);
                add(rows, "sampled and published every " + INTERVAL_MILLIS + " ms, window of 1", millis[2], millis[3]);
                rows.add(Row.of(
                        "gateway under load (both of these pipelines at work), resident memory",
                        "MiB",
                        gateway.residentBytes() / MEBIBYTE));
                return rows;
            }
        }
    }

    private static void start(OpcUaPeer server) throws IOException, InterruptedException {
        try {
            server.start();
        } catch (ExecutionException e) {
            throw new IOException(
                    "the OPC UA server does not start: " + e.getCause().getMessage(), e);
        }
    }

    /** Milliseconds of each change, by reaction. */
    private static double[][] changes(List<Reaction> reactions) throws IOException, InterruptedException {
        Random random = new Random(1);
        double[][] millis = new double[reactions.size()][CHANGES];
        for (int change = -WARM_UPS; change < CHANGES; change++) {
            for (int i = 0; i < reactions.size(); i++) {
                LockSupport.parkNanos((long) (random.nextDouble() * TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS)));
                double taken = reactions.get(i).raise();
                if (change >= 0) {
                    millis[i][change] = taken;
                }
            }
            reactions.forEach(Reaction::recover);
            for (Reaction reaction : reactions) {
                reaction.awaitCleared();
            }
        }
        return millis;
    }

    private static void add(List<Row> rows, String conditions, double[] values, double[] references) {
        Percentiles value = new Percentiles(values);
        Percentiles reference = new Percentiles(references);
        for (int percent : new int[] {50, 95, 99}) {
            Row row = Row.of(
                    "OPC UA change to alarm written back, " + conditions + ", p" + percent,
                    "ms",
                    value.at(percent),
                    reference.at(percent));
            rows.add(percent == 95 ? judged(row) : row);
        }
    }

    private static Row judged(Row row) {
        Goal goal = Goal.atMost(INTERVAL_MILLIS + ALLOWED_MILLIS);
        Row held = row.withGoal(goal);
        return goal.metBy(row.value()) || goal.metBy(row.reference())
                ? held
                : held.undecided("the bare client misses it here, too: the machine is too busy");
    }

    private static SnapshotBuilder snapshot(
            String url, Reaction polled, BenchModel wide, Reaction listened, BenchModel narrow) {
        SnapshotBuilder snapshot = new SnapshotBuilder()
                .instance("server", Configs.OPCUA_DRIVER, Map.of("endpoint.url", url, "publishing.interval", (double)
                        INTERVAL_MILLIS))
                .wireComponent("timer", Configs.TIMER, 0, 1, Configs.timer(INTERVAL_MILLIS));
        Map<String, Object> asset = Configs.asset("server");
        Configs.opcUaChannel(asset, polled.signal(), "READ", "DOUBLE", polled.signal());
        line(snapshot, polled, asset, wide);
        Map<String, Object> listening = Configs.asset("server");
        Configs.opcUaChannel(listening, listened.signal(), "READ", "DOUBLE", listened.signal());
        listening.put(listened.signal() + "#+listen", true);
        listening.put(listened.signal() + "#sampling.interval", Integer.toString(INTERVAL_MILLIS));
        line(snapshot, listened, listening, narrow);
        return snapshot.wire("timer", polled.name());
    }

    /** Asset, window, detector, and an asset that takes the alarm from the detector's second port. */
    private static void line(SnapshotBuilder snapshot, Reaction reaction, Map<String, Object> asset, BenchModel model) {
        String name = reaction.name();
        Map<String, Object> lamp = Configs.asset("server");
        Configs.opcUaChannel(lamp, "alarm", "WRITE", "BOOLEAN", reaction.alarm());
        snapshot.wireComponent(name, Configs.ASSET, 1, 1, asset)
                .wireComponent(
                        name + "-window",
                        Configs.WINDOW,
                        1,
                        1,
                        Map.of("channels", model.channel(), "samples", model.samples(), "stride", 1))
                .wireComponent(
                        name + "-detector",
                        Configs.DETECTOR,
                        1,
                        2,
                        Map.of("model", model.name(), "raise.windows", 1, "clear.windows", 1))
                .wireComponent(name + "-lamp", Configs.ASSET, 1, 1, lamp)
                .wire(name, name + "-window")
                .wire(name + "-window", name + "-detector")
                .wire(name + "-detector", 1, name + "-lamp");
    }
}
