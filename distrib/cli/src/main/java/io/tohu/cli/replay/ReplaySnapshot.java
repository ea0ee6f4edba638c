/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.replay;

import io.tohu.cli.process.Ports;
import io.tohu.cli.process.Rig;
import io.tohu.cli.snapshot.CloudStack;
import io.tohu.cli.snapshot.SnapshotBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a gateway that scores every row of a replay once: one asset listens to the row number, and each
 * change of it makes the other read the whole row.
 */
final class ReplaySnapshot {

    private static final String PUBLISHER = "org.eclipse.kura.cloud.publisher.CloudPublisher";
    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String WIRE_PUBLISHER = "org.eclipse.kura.wire.CloudPublisher";

    private ReplaySnapshot() {}

    static SnapshotBuilder of(Ports ports, List<String> channels) {
        return cloud(new SnapshotBuilder(), ports)
                .instance(
                        "plant-opcua",
                        "io.tohu.opcua.OpcUaDriver",
                        Map.of(
                                "endpoint.url",
                                "opc.tcp://127.0.0.1:" + ports.opcUa() + "/plant",
                                "publishing.interval",
                                10.0))
                .wireComponent("row", ASSET, 1, 1, row())
                .wireComponent("sensors", ASSET, 1, 1, sensors(channels))
                .wireComponent(
                        "window",
                        "io.tohu.wires.Window",
                        1,
                        1,
                        Map.of(
                                "channels",
                                String.join(",", channels),
                                "samples",
                                ReplayModel.SAMPLES,
                                "stride",
                                1,
                                "context",
                                "row"))
                .wireComponent(
                        "detector",
                        "io.tohu.wires.Detector",
                        1,
                        2,
                        Map.of("model", ReplayModel.NAME, "raise.windows", 3, "clear.windows", 5))
                .wireComponent("publish-results", WIRE_PUBLISHER, 1, 0, target("results-publisher"))
                .wireComponent("publish-alarms", WIRE_PUBLISHER, 1, 0, target("alarms-publisher"))
                .wire("row", "sensors")
                .wire("sensors", "window")
                .wire("window", "detector")
                .wire("detector", 0, "publish-results")
                .wire("detector", 1, "publish-alarms");
    }

    private static SnapshotBuilder cloud(SnapshotBuilder snapshot, Ports ports) {
        return CloudStack.addTo(snapshot, ports.mqtt(), Rig.ACCOUNT, "replay-gateway")
                .instance("results-publisher", PUBLISHER, publisher("results", 6))
                .instance("alarms-publisher", PUBLISHER, publisher("alarms", 2));
    }

    private static Map<String, Object> publisher(String topic, int priority) {
        return Map.of(
                "cloud.endpoint.service.pid",
                CloudStack.ENDPOINT,
                "appId",
                "TOHU",
                "app.topic",
                topic,
                "qos",
                1,
                "priority",
                priority);
    }

    private static Map<String, Object> target(String publisher) {
        return Map.of("CloudPublisher.target", "(kura.service.pid=" + publisher + ")");
    }

    private static Map<String, Object> row() {
        Map<String, Object> asset = asset();
        channel(asset, "row", "INTEGER", true);
        return asset;
    }

    private static Map<String, Object> sensors(List<String> channels) {
        Map<String, Object> asset = asset();
        channels.forEach(c -> channel(asset, c, "DOUBLE", false));
        channel(asset, "row", "INTEGER", false);
        return asset;
    }

    private static Map<String, Object> asset() {
        Map<String, Object> asset = new LinkedHashMap<>();
        asset.put("driver.pid", "plant-opcua");
        asset.put("emit.errors", true);
        asset.put("timestamp.mode", "PER_CHANNEL");
        return asset;
    }

    private static void channel(Map<String, Object> asset, String name, String type, boolean listen) {
        asset.put(name + "#+name", name);
        asset.put(name + "#+type", "READ");
        asset.put(name + "#+value.type", type);
        asset.put(name + "#+enabled", true);
        asset.put(name + "#+listen", listen);
        asset.put(name + "#node.id", "ns=2;s=Replay/" + name);
        asset.put(name + "#sampling.interval", 10.0);
    }
}
