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

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a gateway is found: its broker, and its names there.
 *
 * @param broker for example {@code tcp://127.0.0.1:1883} or {@code ssl://host:8883}; {@code mqtt://} and
 *     {@code mqtts://} are understood too
 * @param account the gateway's account name
 * @param client the gateway's client id
 * @param user for the broker, if it asks for one
 * @param password for the broker
 * @param authority PEM file with the certificates that the broker's is trusted by; none: those that this Java trusts
 */
public record KuraAddress(
        String broker,
        String account,
        String client,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> authority) {

    public KuraAddress {
        broker = broker.replaceFirst("^mqtt://", "tcp://")
                .replaceFirst("^mqtts://", "ssl://")
                .replaceFirst("/$", "");
    }

    /** Whether the way to the broker is encrypted. */
    public boolean encrypted() {
        return broker.startsWith("ssl://");
    }

    /** A broker that lets everybody in. */
    public static KuraAddress open(String broker, String account, String client) {
        return new KuraAddress(broker, account, client, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
