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
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.PeerMain;
import io.tohu.bench.pipeline.Probes.Probe;
import io.tohu.bench.probe.ProbeComponent;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import io.tohu.cli.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * Values a second through driver, asset and wire of a gateway, against the protocol's client alone, on the same servers:
 * those run in a process of their own, the gateway in another, the bare clients in this one.
 */
final class FieldRates implements Bench.Part {

    private static final int VALUES = 1000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 1000;
    private static final long READY_SECONDS = 30;
    private static final double MEBIBYTE = 1 << 20;

    private final Layout layout;

    FieldRates(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "field rates";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/rates");
        int opcUa = FreePorts.one();
        int modbus = FreePorts.one();
        try (JavaProcess peers = PeerMain.start(layout, opcUa, modbus, VALUES, VALUES, folder.resolve("logs"));
                Rig rig = new Rig(layout, FreePorts.rig(), folder);
                Probes probes = new Probes()) {
            peers.awaitReady(READY_SECONDS);
            Path snapshot = folder.resolve("snapshot.xml");
            snapshot(probes.port(), opcUa, modbus).write(snapshot);
            JavaProcess gateway = rig.startGateway(
                    "5.6", snapshot, List.of(layout.feature("field"), ProbePackage.write(folder.resolve("probe"))));
            List<Row> rows = new ArrayList<>();
            rows.add(opcUa(opcUa, probes.await("opcua-probe")));
            rows.add(modbus(modbus, probes.await("modbus-probe")));
            rows.add(Row.of(
                    "gateway under load (these rates, drivers only), resident memory",
                    "MiB",
                    gateway.residentBytes() / MEBIBYTE));
            return rows;
        }
    }

    private static Row opcUa(int port, Probe probe) throws IOException, InterruptedException {
        probe.awaitValues(VALUES);
        List<ReadValueId> items = IntStream.range(0, VALUES)
                .mapToObj(i -> BareOpcUa.item(PeerMain.variable(i)))
                .toList();
        try (BareOpcUa bare = new BareOpcUa("opc.tcp://127.0.0.1:" + port + "/bench")) {
            return Rounds.interleave(
                            WARM_UPS, ROUNDS, () -> probe.rate(ROUND_MILLIS), () -> bare.rate(items, ROUND_MILLIS))
                    .row("OPC UA to wire, " + VALUES + " values a read", "values/s", Double::doubleValue);
        }
    }

    private static Row modbus(int port, Probe probe) throws IOException, InterruptedException {
        probe.awaitValues(VALUES);
        try (BareModbus bare = new BareModbus(port, VALUES)) {
            return Rounds.interleave(WARM_UPS, ROUNDS, () -> probe.rate(ROUND_MILLIS), () -> bare.rate(ROUND_MILLIS))
                    .row(
                            "Modbus TCP to wire, " + VALUES + " registers a read, one request in flight",
                            "values/s",
                            Double::doubleValue);
        }
    }

    private static SnapshotBuilder snapshot(int probePort, int opcUa, int modbus) {
        Map<String, Object> variables = Configs.asset("opcua-driver");
        Map<String, Object> registers = Configs.asset("modbus-driver");
        for (int i = 0; i < VALUES; i++) {
            String name = PeerMain.variable(i);
            Configs.opcUaChannel(variables, name, "READ", "DOUBLE", name);
            Configs.register(registers, name, i);
        }
        SnapshotBuilder snapshot = new SnapshotBuilder()
                .instance(
                        "opcua-driver",
                        Configs.OPCUA_DRIVER,
                        Map.of("endpoint.url", "opc.tcp://127.0.0.1:" + opcUa + "/bench"))
                .instance("modbus-driver", Configs.MODBUS_DRIVER, Map.of("host", "127.0.0.1", "port", modbus))
                .wireComponent("opcua-asset", Configs.ASSET, 1, 1, variables)
                .wireComponent("modbus-asset", Configs.ASSET, 1, 1, registers);
        for (String field : List.of("opcua", "modbus")) {
            snapshot.wireComponent(field + "-probe", ProbeComponent.NAME, 1, 1, Map.of("port", probePort))
                    .wire(field + "-probe", field + "-asset")
                    .wire(field + "-asset", field + "-probe");
        }
        return snapshot;
    }
}
