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
import io.tohu.bench.Percentiles;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.PeerMain;
import io.tohu.bench.pipeline.BareOpcUa;
import io.tohu.bench.pipeline.Configs;
import io.tohu.bench.pipeline.ProbePackage;
import io.tohu.bench.pipeline.Probes;
import io.tohu.bench.pipeline.Probes.Probe;
import io.tohu.bench.probe.ProbeComponent;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import io.tohu.cli.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** What a user gets: the OPC UA driver in a gateway, behind an asset, up to a receiver on a wire. */
final class WireOpcUa implements Bench.Part {

    private static final double LEAST = 0.7;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 1500;
    private static final long READY_SECONDS = 30;

    private final Layout layout;

    WireOpcUa(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "OPC UA to a wire beside the bare client";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        int port = FreePorts.one();
        Path logs = layout.emptied("bench-work/drivers-peers");
        try (JavaProcess peers = PeerMain.start(layout, port, FreePorts.one(), DirectOpcUa.ITEMS, 1, logs)) {
            peers.awaitReady(READY_SECONDS);
            return List.of(reading(port), listening(port));
        }
    }

    private Row reading(int port) throws IOException, InterruptedException {
        List<ReadValueId> items = IntStream.range(0, DirectOpcUa.ITEMS)
                .mapToObj(i -> BareOpcUa.item(PeerMain.variable(i)))
                .toList();
        try (Probes probes = new Probes();
                Rig rig = gateway("drivers-read", port, probes.port(), false);
                BareOpcUa bare = new BareOpcUa(url(port))) {
            Probe probe = probes.await("probe");
            probe.awaitValues(DirectOpcUa.ITEMS);
            Row row = Rounds.interleave(2, ROUNDS, () -> probe.rate(ROUND_MILLIS), () -> Load.working(
                                    ROUND_MILLIS, () -> bare.read(items).size())
                            .perSecond())
                    .row(
                            "OPC UA to wire, batch read of " + DirectOpcUa.ITEMS + " nodes",
                            "values/s",
                            Double::doubleValue);
            rig.stop();
            return row.withGoal(Goal.atLeast(LEAST * row.reference()));
        }
    }

    /** The bare client before and after the gateway: both at once would share the server. */
    private Row listening(int port) throws IOException, InterruptedException {
        double before = DirectOpcUa.listenedBare(url(port)).perSecond();
        double[] wired = new double[ROUNDS];
        try (Probes probes = new Probes();
                Rig rig = gateway("drivers-listen", port, probes.port(), true)) {
            Probe probe = probes.await("probe");
            probe.awaitListened();
            probe.listened(2 * ROUND_MILLIS);
            for (int i = 0; i < ROUNDS; i++) {
                wired[i] = probe.listened(ROUND_MILLIS);
            }
            rig.stop();
        }
        double after = DirectOpcUa.listenedBare(url(port)).perSecond();
        double reference = (before + after) / 2;
        return Row.of(
                        "OPC UA to wire, " + DirectOpcUa.ITEMS + " items listened to at 10 ms",
                        "values/s",
                        new Percentiles(wired).median(),
                        reference)
                .withGoal(Goal.atLeast(LEAST * reference));
    }

    private Rig gateway(String name, int port, int probePort, boolean listen) throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/" + name);
        Map<String, Object> asset = Configs.asset("driver");
        for (int i = 0; i < DirectOpcUa.ITEMS; i++) {
            String id = listen ? PeerMain.restless(i) : PeerMain.variable(i);
            Configs.opcUaChannel(asset, id, "READ", "DOUBLE", id);
            if (listen) {
                asset.put(id + "#+listen", true);
                asset.put(id + "#sampling.interval", DirectOpcUa.INTERVAL_MILLIS);
                asset.put(id + "#publishing.interval", DirectOpcUa.INTERVAL_MILLIS);
            }
        }
        Path snapshot = folder.resolve("snapshot.xml");
        new SnapshotBuilder()
                .instance("driver", Configs.OPCUA_DRIVER, Map.of("endpoint.url", url(port)))
                .wireComponent("asset", Configs.ASSET, 1, 1, asset)
                .wireComponent("probe", ProbeComponent.NAME, 1, 1, Map.of("port", probePort))
                .wire("probe", "asset")
                .wire("asset", "probe")
                .write(snapshot);
        Rig rig = new Rig(layout, FreePorts.rig(), folder);
        rig.startGateway(
                "5.6", snapshot, List.of(layout.feature("field"), ProbePackage.write(folder.resolve("probe"))));
        return rig;
    }

    private static String url(int port) {
        return "opc.tcp://127.0.0.1:" + port + "/bench";
    }
}
