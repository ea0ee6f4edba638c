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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.kura.testing.Configs;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MqttSettingsTest {

    @Test
    void tokensInTopicsBecomeAccountAndClient() {
        MqttSettings settings = settings(Map.of());

        assertThat(settings.topic("$EDC/#account-name/#client-id/MQTT/BIRTH"))
                .isEqualTo("$EDC/acme/gateway/MQTT/BIRTH");
        assertThat(settings.topic("#account-name/#client-id/#")).isEqualTo("acme/gateway/#");
    }

    @Test
    void theWillGoesToTheGatewaysOwnTopic() {
        assertThat(settings(Map.of()).options().getWillDestination()).isEqualTo("$EDC/acme/gateway/MQTT/LWT");
    }

    @Test
    void charactersOfTopicsInTheClientIdBecomeDashes() {
        assertThat(settings(Map.of("client-id", "a/b+c#d.e")).clientId()).isEqualTo("a-b-c-d-e");
    }

    @Test
    void withoutClientIdTheMachinesAddressIsUsed() {
        assertThat(settings(Map.of("client-id", "")).clientId()).isEqualTo("00:11:22");
    }

    @Test
    void kurasUrlBecomesPahos() {
        assertThat(settings(Map.of()).brokerUrl()).isEqualTo("tcp://127.0.0.1:1883");
        assertThat(settings(Map.of("broker-url", "mqtts://broker:8883/")).brokerUrl())
                .isEqualTo("ssl://broker:8883");
    }

    @Test
    void aUrlOfAnotherKindIsRefusedByName() {
        assertThatThrownBy(() -> settings(Map.of("broker-url", "http://broker")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broker-url")
                .hasMessageContaining("http://broker");
    }

    private static MqttSettings settings(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "broker-url", "mqtt://127.0.0.1:1883/", "topic.context.account-name", "acme", "client-id", "gateway"));
        all.putAll(given);
        return MqttSettings.of(Configs.of(MqttConfig.class, all), new char[0], "00:11:22");
    }
}
