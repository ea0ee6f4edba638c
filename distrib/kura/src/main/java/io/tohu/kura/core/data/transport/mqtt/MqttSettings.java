/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data.transport.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * A configuration as Paho takes it.
 *
 * @param brokerUrl tcp:// or ssl://
 * @param clientId without characters that have a meaning in topics
 * @param account first part of topics
 * @param fileStore whether Paho keeps what is in flight in files
 * @param options how to connect
 */
record MqttSettings(String brokerUrl, String clientId, String account, boolean fileStore, MqttConnectOptions options) {

    private static final Pattern TOKEN = Pattern.compile("#([^\\s/]+)");

    /**
     * @param config what was configured
     * @param password decrypted, empty for none
     * @param fallbackId client id where none is configured
     * @throws IllegalArgumentException naming the property that is wrong
     */
    static MqttSettings of(MqttConfig config, char[] password, String fallbackId) {
        String id = config.client$_$id().isBlank() ? fallbackId : config.client$_$id();
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("client-id is empty, and the machine has no address to use instead");
        }
        MqttConnectOptions options = new MqttConnectOptions();
        if (!config.username().isEmpty()) {
            options.setUserName(config.username());
        }
        if (password.length > 0) {
            options.setPassword(password);
        }
        options.setKeepAliveInterval(config.keep$_$alive());
        options.setConnectionTimeout(config.timeout());
        options.setCleanSession(config.clean$_$session());
        options.setMqttVersion(config.protocol$_$version());
        options.setAutomaticReconnect(false);
        MqttSettings settings = new MqttSettings(
                url(config.broker$_$url()),
                id.replaceAll("[/+#.]", "-"),
                config.topic_context_account$_$name(),
                "file".equals(config.in$_$flight_persistence()),
                options);
        if (!config.lwt_topic().isEmpty()) {
            options.setWill(
                    settings.topic(config.lwt_topic()),
                    config.lwt_payload().getBytes(StandardCharsets.UTF_8),
                    config.lwt_qos(),
                    config.lwt_retain());
        }
        return settings;
    }

    private static String url(String configured) {
        String url = configured
                .trim()
                .replaceAll("^mqtt://", "tcp://")
                .replaceAll("^mqtts://", "ssl://")
                .replaceAll("/$", "");
        if (!url.matches("(tcp|ssl)://.+")) {
            throw new IllegalArgumentException(
                    "broker-url must begin with mqtt:// or mqtts://, but is \"" + configured + "\"");
        }
        return url;
    }

    /**
     * @param topic may hold {@code #account-name} and {@code #client-id}
     * @return the topic with their values; other tokens stay
     */
    String topic(String topic) {
        Map<String, String> values = new HashMap<>();
        values.put("account-name", account);
        values.put("client-id", clientId);
        return TOKEN.matcher(topic)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** @return what Kura calls a session: the broker as seen by this client */
    String sessionId() {
        return clientId + "-" + brokerUrl;
    }
}
