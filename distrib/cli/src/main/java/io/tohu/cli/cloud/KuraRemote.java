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
import java.util.OptionalLong;
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

    /** Where mosquitto and those that follow it tell how many subscriptions they hold. */
    private static final String BROKER_SUBSCRIPTIONS = "$SYS/broker/subscriptions/count";

    private final KuraAddress address;
    private final String me = "tohu-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong lastRequest = new AtomicLong();
    private final Map<String, CompletableFuture<KuraPayload>> pending = new ConcurrentHashMap<>();
    private final Notifications notifications = new Notifications();
    private final Consumer<CloudMessage> sink;
    private final MqttClient client;
    private volatile OptionalLong brokerSubscriptions = OptionalLong.empty();

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
            listenToBroker();
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException("the broker " + address.broker() + " cannot be used: " + reason(e), e);
        }
    }

    private MqttConnectOptions options() throws IOException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true);
        options.setConnectionTimeout((int) BROKER_TIMEOUT.toSeconds());
        address.user().ifPresent(options::setUserName);
        if (address.authority().isPresent()) {
            options.setSocketFactory(BrokerTrust.sockets(address.authority().get()));
        }
        address.password().map(String::toCharArray).ifPresent(options::setPassword);
        return options;
    }

    private void listenToBroker() throws MqttException {
        try {
            client.subscribe(BROKER_SUBSCRIPTIONS, 0);
        } catch (MqttException refused) {
            if (!client.isConnected()) {
                throw refused;
            }
            // A broker that keeps its own figures to itself; nothing else needs them.
        }
    }

    /** Paho's own message is hardly more than its own name; what is below it says what went wrong. */
    private static String reason(Exception failure) {
        StringBuilder reason = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && reason.indexOf(cause.getMessage()) < 0) {
                reason.append(": ").append(cause.getMessage());
            }
        }
        return reason.toString();
    }

    /** What the gateway notified this requester of. */
    public Notifications notifications() {
        return notifications;
    }

    /** How many subscriptions the broker holds, of all its clients; empty when it does not tell. */
    public OptionalLong brokerSubscriptions() {
        return brokerSubscriptions;
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
            if (topic.equals(BROKER_SUBSCRIPTIONS)) {
                brokerSubscriptions = number(message.getPayload());
                return;
            }
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

        private static OptionalLong number(byte[] payload) {
            String text = new String(payload, StandardCharsets.UTF_8);
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
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
