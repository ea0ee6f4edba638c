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
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Listens to everything a gateway sends, as a cloud platform would: on the broker, not in the gateway. */
public final class CloudSubscriber implements AutoCloseable {

    private final MqttClient client;
    private final Consumer<CloudMessage> sink;

    /**
     * @param broker for example {@code tcp://127.0.0.1:1883}
     * @param account the gateway's account; its data and control topics are subscribed
     * @param sink called in the MQTT client's thread
     */
    public CloudSubscriber(String broker, String account, Consumer<CloudMessage> sink) throws MqttException {
        this.sink = sink;
        this.client = new MqttClient(broker, "cloud-" + ProcessHandle.current().pid(), new MemoryPersistence());
        client.setCallback(new Listener());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true);
        client.connect(options);
        client.subscribe(account + "/#", 1);
        client.subscribe("$EDC/" + account + "/#", 1);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }

    static Map<String, Object> decode(byte[] payload) {
        try {
            return KuraPayloadReader.read(payload).metrics();
        } catch (IOException e) {
            return Map.of("undecodable", e.getMessage());
        }
    }

    private final class Listener implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            int bytes = topic.getBytes(StandardCharsets.UTF_8).length + message.getPayload().length;
            sink.accept(new CloudMessage(topic, decode(message.getPayload()), bytes, System.currentTimeMillis()));
        }

        @Override
        public void connectionLost(Throwable cause) {
            System.err.println("subscriber: connection to the broker lost: " + cause.getMessage());
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Nothing is published here.
        }
    }
}
