/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Drives a gateway from the cloud's side: requests with their replies, notifications, and everything that it publishes.
 * Thread-safe.
 */
public final class KuraRemote implements AutoCloseable {

    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(15);

    private final KuraAddress address;
    private final String me = "tohu-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong lastRequest = new AtomicLong();
    private final Map<String, CompletableFuture<KuraPayload>> pending = new ConcurrentHashMap<>();
    private final Notifications notifications = new Notifications();
    private final Consumer<CloudMessage> sink;
    private final MqttClient client;

    /**
     * Connects.
     *
     * @param sink told of all that the gateway publishes, lifecycle messages included; called in the client's thread
     * @throws IOException when the broker does not let us in; the message says which one and why
     */
    public KuraRemote(KuraAddress address, Consumer<CloudMessage> sink) throws IOException {
        this.address = address;
        this.sink = sink;
        try {
            this.client = new MqttClient(address.broker(), me, new MemoryPersistence());
            client.setTimeToWait(BROKER_TIMEOUT.toMillis());
            client.setCallback(new Listener());
            client.connect(options());
            client.subscribe(address.account() + "/" + address.client() + "/#", 1);
            client.subscribe("$EDC/" + address.account() + "/" + address.client() + "/MQTT/#", 1);
            client.subscribe("$EDC/" + address.account() + "/" + me + "/#", 1);
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException("the broker " + address.broker() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true);
        options.setConnectionTimeout((int) BROKER_TIMEOUT.toSeconds());
        address.user().ifPresent(options::setUserName);
        address.password().map(String::toCharArray).ifPresent(options::setPassword);
        return options;
    }

    /** What the gateway notified this requester of. */
    public Notifications notifications() {
        return notifications;
    }

    public KuraAddress address() {
        return address;
    }

    /**
     * Asks the gateway.
     *
     * @param app application, for example {@code CONF-V2}
     * @param resource verb and path, for example {@code GET/snapshots}
     * @param metrics besides the request's id and requester
     * @param body empty for none
     * @return the reply, whatever its code
     * @throws NoReplyException when none came in time
     * @throws IOException when the request could not be sent or the reply not be read
     */
    public KuraReply request(String app, String resource, Map<String, ?> metrics, String body, Duration timeout)
            throws IOException, InterruptedException {
        String id = Long.toString(lastRequest.incrementAndGet());
        Map<String, Object> all = new LinkedHashMap<>(metrics);
        all.put("request.id", id);
        all.put("requester.client.id", me);
        CompletableFuture<KuraPayload> reply = new CompletableFuture<>();
        pending.put(id, reply);
        try {
            send(app + "/" + resource, new KuraPayload(all, body.getBytes(StandardCharsets.UTF_8)));
            return KuraReply.of(app + " " + resource, reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new NoReplyException("no reply to " + app + " " + resource + " within " + timeout.toSeconds()
                    + " s from " + address.client() + " of account " + address.account());
        } catch (ExecutionException e) {
            throw new IOException(
                    "the reply to " + app + " " + resource + " cannot be read: "
                            + e.getCause().getMessage(),
                    e);
        } finally {
            pending.remove(id);
        }
    }

    private void send(String path, KuraPayload payload) throws IOException {
        String topic = "$EDC/" + address.account() + "/" + address.client() + "/" + path;
        try {
            client.publish(topic, KuraPayloadWriter.write(System.currentTimeMillis(), payload), 1, false);
        } catch (MqttException e) {
            throw new IOException("cannot publish to " + address.broker() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect();
            }
            client.close();
        } catch (MqttException e) {
            System.err.println("connection to " + address.broker() + " did not close cleanly: " + e.getMessage());
        }
    }

    private final class Listener implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            int reply = topic.lastIndexOf("/REPLY/");
            if (reply >= 0) {
                answer(topic.substring(reply + "/REPLY/".length()), message.getPayload());
                return;
            }
            int bytes = topic.getBytes(StandardCharsets.UTF_8).length + message.getPayload().length;
            CloudMessage received = new CloudMessage(
                    topic, CloudSubscriber.decode(message.getPayload()), bytes, System.currentTimeMillis());
            if (topic.contains("/NOTIFY/")) {
                notifications.add(received);
            } else {
                sink.accept(received);
            }
        }

        private void answer(String id, byte[] payload) {
            CompletableFuture<KuraPayload> waiting = pending.get(id);
            if (waiting == null) {
                return;
            }
            try {
                waiting.complete(KuraPayloadReader.read(payload));
            } catch (IOException e) {
                waiting.completeExceptionally(e);
            }
        }

        @Override
        public void connectionLost(Throwable cause) {
            System.err.println("connection to the broker " + address.broker() + " lost: " + cause.getMessage());
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // A request is done when its reply is there.
        }
    }
}
