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

import io.tohu.kura.core.cloud.PayloadCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Who listens to a gateway at the broker, and what arrived. */
final class CloudSide implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Arrived(String topic, KuraPayload payload) {}

    private static final String ASKER = "asker";

    private final AtomicInteger requests = new AtomicInteger();
    private final MqttClient client;
    private final List<Arrived> arrived = new ArrayList<>();

    CloudSide(int port, String account) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + port, "cloud-side", new MemoryPersistence());
        client.connect();
        client.subscribe(account + "/#", (topic, message) -> take(topic, message.getPayload()));
        client.subscribe("$EDC/" + account + "/#", (topic, message) -> take(topic, message.getPayload()));
    }

    private void take(String topic, byte[] payload) throws IOException {
        synchronized (arrived) {
            arrived.add(new Arrived(topic, PayloadCodec.decode(payload)));
            arrived.notifyAll();
        }
    }

    /** Waits for a message on the topic of which the predicate holds. */
    KuraPayload await(String topic, Predicate<KuraPayload> which) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (arrived) {
            while (true) {
                for (Arrived message : arrived) {
                    if (message.topic().equals(topic) && which.test(message.payload())) {
                        return message.payload();
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("nothing on " + topic + " among "
                            + arrived.stream().map(Arrived::topic).distinct().toList());
                }
                arrived.wait(left);
            }
        }
    }

    /** Asks until there is an answer: as on Kura, BIRTH comes before the gateway listens to requests. */
    void awaitAnswers() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String topic = send("CONF-V2/GET/snapshots", null, Map.of());
            synchronized (arrived) {
                if (arrived.stream().noneMatch(message -> message.topic().equals(topic))) {
                    arrived.wait(500);
                }
                if (arrived.stream().anyMatch(message -> message.topic().contains("/REPLY/"))) {
                    return;
                }
            }
        }
        throw new AssertionError("the gateway answers nothing");
    }

    /**
     * Asks the gateway {@code gateway} of account {@code acme} and waits for its answer.
     *
     * @param resource application, verb and path
     * @param body with single quotes for double ones, or null
     */
    KuraPayload ask(String resource, String body, Map<String, Object> metrics) throws Exception {
        return await(send(resource, body, metrics), answer -> true);
    }

    /** Gives the topic of the answer. */
    private String send(String resource, String body, Map<String, Object> metrics) throws MqttException {
        String id = String.valueOf(requests.incrementAndGet());
        KuraPayload request = new KuraPayload();
        metrics.forEach(request::addMetric);
        request.addMetric("request.id", id);
        request.addMetric("requester.client.id", ASKER);
        if (body != null) {
            request.setBody(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        client.publish("$EDC/acme/gateway/" + resource, PayloadCodec.encode(request, false), 1, false);
        String application = resource.substring(0, resource.indexOf('/'));
        return "$EDC/acme/" + ASKER + "/" + application + "/REPLY/" + id;
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 0, false);
        client.close(true);
    }
}
