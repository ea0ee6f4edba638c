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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.Fakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.data.transport.listener.DataTransportListener;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.Test;

class MqttDataTransportTest {

    private final List<String> told = new ArrayList<>();

    private static MqttConfig config(String url) {
        return Configs.of(MqttConfig.class, Map.of("broker-url", url, "client-id", "gateway", "password", ""));
    }

    private MqttDataTransport transport(String url) {
        MqttDataTransport transport = new MqttDataTransport(
                Fakes.of(SystemService.class, Map.of()),
                Fakes.of(CryptoService.class, Map.of("decryptAes", new char[0])),
                config(url));
        transport.addDataTransportListener(Fakes.of(
                DataTransportListener.class,
                Map.of(
                        "onConfigurationUpdating",
                        (Runnable) () -> told.add("updating"),
                        "onConfigurationUpdated",
                        (Runnable) () -> told.add("updated"))));
        return transport;
    }

    @Test
    void aChangeIsToldBeforeAndAfter() {
        MqttDataTransport transport = transport("mqtt://one:1883/");

        transport.modified(config("mqtt://two:1883/"));

        assertThat(told).containsExactly("updating", "updated");
        assertThat(transport.getBrokerUrl()).isEqualTo("tcp://two:1883");
    }

    @Test
    void anInvalidChangeLeavesTheOldBrokerAndIsNotToldToBeOverAsInKura() {
        MqttDataTransport transport = transport("mqtt://one:1883/");

        transport.modified(config("http://two"));

        assertThat(told).containsExactly("updating");
        assertThat(transport.getBrokerUrl()).isEqualTo("tcp://one:1883");
    }

    @Test
    void withoutAValidConfigurationEachAttemptToConnectFailsAndTheNextIsMade() {
        assertThatExceptionOfType(KuraConnectException.class)
                .isThrownBy(() -> transport("http://one").connect())
                .withMessageContaining("Invalid configuration");
    }
}
