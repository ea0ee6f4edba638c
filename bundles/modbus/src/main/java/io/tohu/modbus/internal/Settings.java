/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.exchange.Pacing;
import io.tohu.modbus.internal.link.Endpoint;
import io.tohu.modbus.internal.plan.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A driver's configuration, checked.
 *
 * @param line what a connection depends on
 * @param refusedRetry how long an address that the device refused is left alone
 */
record Settings(Line line, Limits limits, int addressBase, Duration refusedRetry) {

    /** What cannot change without a new connection. */
    record Line(Endpoint endpoint, Pacing pacing, Duration reconnectMin, Duration reconnectMax) {}

    /** @throws IllegalArgumentException naming every setting that is wrong, and what it may be */
    static Settings of(ModbusDriverConfig c) {
        List<String> wrong = new ArrayList<>();
        if (c.host().isBlank()) {
            wrong.add("host is empty");
        }
        range(wrong, "port", c.port(), 1, 65_535);
        range(wrong, "connect.timeout", c.connect_timeout(), 1, 600_000);
        range(wrong, "request.timeout", c.request_timeout(), 1, 600_000);
        range(wrong, "request.retries", c.request_retries(), 0, 10);
        range(wrong, "request.pause", c.request_pause(), 0, 60_000);
        range(wrong, "requests.in.flight", c.requests_in_flight(), 1, 32);
        range(wrong, "silent.unit.rest", c.silent_unit_rest(), 0, 3_600_000);
        range(wrong, "reconnect.min", c.reconnect_min(), 10, 3_600_000);
        range(wrong, "reconnect.max", c.reconnect_max(), c.reconnect_min(), 3_600_000);
        range(wrong, "max.registers", c.max_registers(), 1, 125);
        range(wrong, "max.bits", c.max_bits(), 1, 2_000);
        range(wrong, "max.gap", c.max_gap(), 0, 2_000);
        range(wrong, "address.base", c.address_base(), 0, 1);
        range(wrong, "refused.retry", c.refused_retry(), 1, 86_400);
        Endpoint.Framing framing = framing(wrong, c.framing());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return new Settings(
                new Line(
                        new Endpoint(
                                framing,
                                c.host().trim(),
                                c.port(),
                                Duration.ofMillis(c.connect_timeout()),
                                Duration.ofMillis(c.request_timeout())),
                        new Pacing(
                                c.requests_in_flight(),
                                Duration.ofMillis(c.request_pause()),
                                c.request_retries(),
                                Duration.ofMillis(c.silent_unit_rest())),
                        Duration.ofMillis(c.reconnect_min()),
                        Duration.ofMillis(c.reconnect_max())),
                new Limits(c.max_registers(), c.max_bits(), c.max_gap()),
                c.address_base(),
                Duration.ofSeconds(c.refused_retry()));
    }

    private static void range(List<String> wrong, String name, int value, int min, int max) {
        if (value < min || value > max) {
            wrong.add(name + " is " + value + ", not from " + min + " to " + max);
        }
    }

    private static Endpoint.Framing framing(List<String> wrong, String name) {
        try {
            return Endpoint.Framing.valueOf(name);
        } catch (IllegalArgumentException e) {
            wrong.add("framing is \"" + name + "\", not TCP or RTU_OVER_TCP");
            return null;
        }
    }
}
