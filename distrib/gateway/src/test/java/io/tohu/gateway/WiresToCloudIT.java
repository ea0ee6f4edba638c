/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that is given nothing but a snapshot: from a timer over wires to a broker. */
class WiresToCloudIT {

    private static final String WIRE = "org.eclipse.kura.wire.";
    private static final String DATA = "acme/gateway/W1/A1/ticks";
    private static final String BIRTH = "$EDC/acme/gateway/MQTT/BIRTH";

    @TempDir
    Path directory;

    private int network;
    private int broker;

    @BeforeEach
    void findPorts() throws Exception {
        network = freePort();
        broker = freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void ticksReachABrokerThatCameLateAndNoneIsLostWhenItIsKilled(String level) throws Exception {
        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine("No connection to tcp://127.0.0.1:" + network);
            gateway.awaitLine("Asset pump does not read");
            withBroker((cloud, opened) -> {
                cloud.await(BIRTH, message -> "gzip".equals(message.getMetric("accept_encoding")));
                cloud.await(DATA, message -> tick(message) < opened);
                cloud.await(DATA, message -> tick(message) > opened);
            });

            gateway.awaitLine("Connection to tcp://127.0.0.1:" + network + " lost");
            long lost = System.currentTimeMillis();
            withBroker((cloud, opened) -> {
                cloud.await(BIRTH, message -> true);
                cloud.await(DATA, message -> tick(message) > lost && tick(message) < opened);
            });

            assertThat(gateway.lines("Asset pump does not read")).hasSize(1);
        }
    }

    private interface Step {
        void run(CloudSide cloud, long opened) throws Exception;
    }

    /** Lets the gateway reach the broker only when there is somebody listening on the other side; kills it in the end. */
    private void withBroker(Step step) throws Exception {
        try (BrokerProcess process = BrokerProcess.start(broker);
                CloudSide cloud = new CloudSide(broker, "acme");
                Relay relay = Relay.closed(network, broker)) {
            long opened = System.currentTimeMillis();
            relay.open();
            step.run(cloud, opened);
            process.kill();
        }
    }

    private static long tick(KuraPayload message) {
        return (Long) message.getMetric("TIMER");
    }

    private GatewayProcess start(String level) throws Exception {
        Path snapshot = directory.resolve("snapshot.xml");
        SnapshotText text = new SnapshotText()
                .cloud(network)
                .instance(
                        "pub",
                        "org.eclipse.kura.cloud.publisher.CloudPublisher",
                        Map.of("app.topic", "A1/ticks", "qos", 1))
                .instance("tmr", WIRE + "Timer", Map.of("simple.interval", 100, "simple.time.unit", "MILLISECONDS"))
                .instance("publish", WIRE + "CloudPublisher", Map.of("CloudPublisher.target", "(kura.service.pid=pub)"))
                .instance(
                        "pump",
                        WIRE + "WireAsset",
                        Map.of(
                                "driver.pid",
                                "nobody",
                                "flow#+name",
                                "flow",
                                "flow#+type",
                                "READ",
                                "flow#+value.type",
                                "DOUBLE"))
                .graph("{\"components\":["
                        + "{\"pid\":\"tmr\",\"inputPortCount\":0,\"outputPortCount\":1},"
                        + "{\"pid\":\"publish\",\"inputPortCount\":1,\"outputPortCount\":0},"
                        + "{\"pid\":\"pump\",\"inputPortCount\":1,\"outputPortCount\":1},"
                        + "{\"pid\":\"ghost\",\"inputPortCount\":1,\"outputPortCount\":0}],\"wires\":["
                        + "{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"publish\",\"receiverPort\":0},"
                        + "{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"pump\",\"receiverPort\":0},"
                        + "{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"ghost\",\"receiverPort\":0}]}");
        Files.writeString(snapshot, text.toString());
        return GatewayProcess.start(
                level, "--data", directory.resolve("data").toString(), "--snapshot", snapshot.toString());
    }
}
