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

import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.Fakes;
import java.util.Map;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;

/** Gives other packages' tests a transport. */
public final class Transports {

    private Transports() {}

    /** @return a transport to the broker at the port, of gateway {@code gateway} in account {@code acme} */
    public static MqttDataTransport to(int port) {
        return new MqttDataTransport(
                Fakes.of(SystemService.class, Map.of("getPrimaryMacAddress", "00:11:22")),
                Fakes.of(CryptoService.class, Map.of("decryptAes", new char[0])),
                Configs.of(
                        MqttConfig.class,
                        Map.of(
                                "broker-url", "mqtt://127.0.0.1:" + port + "/",
                                "topic.context.account-name", "acme",
                                "client-id", "gateway",
                                "username", "",
                                "password", "")));
    }
}
