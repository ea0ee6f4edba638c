/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.broker.EmbeddedBroker;
import io.tohu.kura.core.data.KuraDataService;
import io.tohu.kura.core.data.Queues;
import io.tohu.kura.core.data.transport.mqtt.MqttDataTransport;
import io.tohu.kura.core.data.transport.mqtt.Transports;
import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.Fakes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The whole way from a publisher to a broker and back, over a broker that comes and goes. */
class CloudConnectionTest {

    private record Arrived(String topic, KuraPayload payload) {}

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private int port;
    private EmbeddedBroker broker;
    private MqttClient cloudSide;
    private KuraDataService queue;
    private KuraCloudService cloud;

    @BeforeEach
    void findAPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (cloud != null) {
            cloud.deactivate();
            Queues.stop(queue);
        }
        stopBroker();
    }

    @Test
    void theGatewayTellsOfItselfAndItsDataArrivesOnKurasTopics() throws Exception {
        startBroker();
        startGateway();
        eventually("birth", () -> !on("$EDC/acme/gateway/MQTT/BIRTH").isEmpty());

        publish("#account-name/#client-id/W1/A1/pump", false);

        eventually("data", () -> !on("acme/gateway/W1/A1/pump").isEmpty());
        KuraPayload birth = on("$EDC/acme/gateway/MQTT/BIRTH").get(0).payload();
        assertThat(birth.metrics().keySet())
                .contains("uptime", "display_name", "application_ids", "connection_ip", "kura_version", "total_memory");
        assertThat(birth.getMetric("payload_encoding")).isEqualTo("KURA_PROTOBUF");
        assertThat(birth.getMetric("accept_encoding")).isEqualTo("gzip");
        assertThat(on("acme/gateway/W1/A1/pump").get(0).payload().getMetric("flow"))
                .isEqualTo(2.5);
    }

    @Test
    void aControlMessageGoesUnderTheControlPrefix() throws Exception {
        startBroker();
        startGateway();
        eventually("birth", () -> !arrived.isEmpty());

        publish(cloud.options().topic(true, "W1", ""), false);

        eventually("control message", () -> !on("$EDC/acme/gateway/W1").isEmpty());
    }

    @Test
    void aRequestIsAnsweredOnTheRequestersTopic() throws Exception {
        startBroker();
        startGateway();
        cloud.registerRequestHandler("ECHO-V1", new RequestHandler() {
            @Override
            public KuraMessage doGet(RequestHandlerContext context, KuraMessage message) {
                KuraPayload payload = new KuraPayload();
                payload.addMetric("response.code", 200);
                payload.addMetric("client", context.getContextProperties().get("DEVICE_ID"));
                return new KuraMessage(payload);
            }
        });
        eventually("birth", () -> !arrived.isEmpty());
        KuraPayload request = new KuraPayload();
        request.addMetric("request.id", "r1");
        request.addMetric("requester.client.id", "console");

        eventually("reply", () -> {
            publishFromCloud("$EDC/acme/gateway/ECHO-V1/GET/anything", request);
            return !on("$EDC/acme/console/ECHO-V1/REPLY/r1").isEmpty();
        });

        KuraPayload reply = on("$EDC/acme/console/ECHO-V1/REPLY/r1").get(0).payload();
        assertThat(reply.getMetric("response.code")).isEqualTo(200);
        assertThat(reply.getMetric("client")).isEqualTo("gateway");
    }

    @Test
    void messagesFromBeforeTheBrokerCameArriveWhenItDoes() throws Exception {
        startGateway();
        publish("#account-name/#client-id/W1/A1/early", true);

        startBroker();

        eventually("early data", () -> !on("acme/gateway/W1/A1/early").isEmpty());
        eventually(
                "the connection is told",
                () -> events.contains("org/eclipse/kura/cloud/CloudConnectionStatus/ESTABLISHED"));
    }

    @Test
    void messagesFromWhileTheBrokerWasAwayArriveWhenItIsBack() throws Exception {
        startBroker();
        startGateway();
        eventually("birth", () -> !arrived.isEmpty());
        stopBroker();
        eventually("loss is told", () -> events.contains("org/eclipse/kura/cloud/CloudConnectionStatus/LOST"));
        publish("#account-name/#client-id/W1/A1/meanwhile", true);

        startBroker();

        eventually("data", () -> !on("acme/gateway/W1/A1/meanwhile").isEmpty());
    }

    @Test
    void aGatewayThatStopsSaysGoodbye() throws Exception {
        startBroker();
        startGateway();
        eventually("birth", () -> !arrived.isEmpty());

        cloud.deactivate();
        cloud = null;

        eventually("goodbye", () -> !on("$EDC/acme/gateway/MQTT/DC").isEmpty());
        Queues.stop(queue);
    }

    /** @param retain so that also who subscribes after the gateway has connected gets to see it */
    private void publish(String topic, boolean retain) throws KuraException {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("flow", 2.5);
        cloud.publish(topic, payload, 1, retain, 7);
    }

    private void startGateway() {
        MqttDataTransport transport = Transports.to(port);
        queue = Queues.over(transport);
        EventAdmin admin = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event.getTopic());
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("not asked");
            }
        };
        BundleContext context =
                Fakes.of(BundleContext.class, Map.of("registerService", Fakes.of(ServiceRegistration.class, Map.of())));
        cloud = new KuraCloudService(
                context,
                queue,
                Fakes.of(SystemService.class, Map.of("getDeviceName", "desk", "getProperties", new Properties())),
                admin,
                Configs.of(CloudConfig.class, Map.of()),
                Map.of("kura.service.pid", "cloud"));
    }

    private void startBroker() throws Exception {
        broker = new EmbeddedBroker(port);
        cloudSide = new MqttClient("tcp://127.0.0.1:" + port, "cloud-side", new MemoryPersistence());
        cloudSide.connect();
        cloudSide.subscribe("acme/#", (topic, message) -> take(topic, message.getPayload()));
        cloudSide.subscribe("$EDC/#", (topic, message) -> take(topic, message.getPayload()));
    }

    private void take(String topic, byte[] payload) throws IOException {
        arrived.add(new Arrived(topic, PayloadCodec.decode(payload)));
    }

    private void publishFromCloud(String topic, KuraPayload payload) {
        try {
            cloudSide.publish(topic, PayloadCodec.encode(payload, false), 1, false);
        } catch (MqttException e) {
            throw new AssertionError(e);
        }
    }

    private void stopBroker() throws Exception {
        if (broker != null) {
            cloudSide.disconnectForcibly(0, 0, false);
            cloudSide.close(true);
            broker.stop();
            broker = null;
        }
    }

    private List<Arrived> on(String topic) {
        return arrived.stream().filter(message -> message.topic().equals(topic)).toList();
    }
}
