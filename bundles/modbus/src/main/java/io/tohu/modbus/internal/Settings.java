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
import io.tohu.modbus.internal.link.Route;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.serial.SerialLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A driver's configuration, checked.
 *
 * @param route what cannot change without a new connection; all else can
 */
record Settings(
        Route route, Pacing pacing, Duration reconnectMin, Duration reconnectMax, Limits limits, int addressBase) {

    /** The framing of a serial port; the others are those of an {@link Endpoint}. */
    private static final String RTU = "RTU";

    /** @throws IllegalArgumentException naming every setting that is wrong, and what it may be */
    static Settings of(ModbusDriverConfig c) {
        List<String> wrong = new ArrayList<>();
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
        Route route = route(wrong, c);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return new Settings(
                route,
                new Pacing(
                        c.requests_in_flight(),
                        Duration.ofMillis(c.request_pause()),
                        c.request_retries(),
                        Duration.ofMillis(c.silent_unit_rest()),
                        Duration.ofMillis(c.request_timeout()),
                        Duration.ofSeconds(c.refused_retry())),
                Duration.ofMillis(c.reconnect_min()),
                Duration.ofMillis(c.reconnect_max()),
                new Limits(c.max_registers(), c.max_bits(), c.max_gap()),
                c.address_base());
    }

    private static Route route(List<String> wrong, ModbusDriverConfig c) {
        Duration timeout = Duration.ofMillis(c.request_timeout());
        if (c.framing().equals(RTU)) {
            return serial(wrong, c, timeout);
        }
        if (c.host().isBlank()) {
            wrong.add("host is empty");
        }
        range(wrong, "port", c.port(), 1, 65_535);
        Endpoint.Framing framing = choice(wrong, "framing", c.framing(), Endpoint.Framing.TCP, ", " + RTU);
        return new Endpoint(framing, c.host().trim(), c.port(), Duration.ofMillis(c.connect_timeout()), timeout);
    }

    private static Route serial(List<String> wrong, ModbusDriverConfig c, Duration timeout) {
        if (!c.serial_port().trim().startsWith("/")) {
            wrong.add("serial.port is \"" + c.serial_port() + "\", not a path such as /dev/ttyUSB0");
        }
        range(wrong, "serial.baud.rate", c.serial_baud_rate(), 50, 4_000_000);
        range(wrong, "serial.stop.bits", c.serial_stop_bits(), 1, 2);
        return new SerialLine(
                c.serial_port().trim(),
                c.serial_baud_rate(),
                choice(wrong, "serial.parity", c.serial_parity(), SerialLine.Parity.EVEN, ""),
                c.serial_stop_bits(),
                c.serial_rs485(),
                timeout);
    }

    private static void range(List<String> wrong, String name, int value, int min, int max) {
        if (value < min || value > max) {
            wrong.add(name + " is " + value + ", not from " + min + " to " + max);
        }
    }

    private static <E extends Enum<E>> E choice(
            List<String> wrong, String name, String value, E fallback, String more) {
        for (E one : fallback.getDeclaringClass().getEnumConstants()) {
            if (one.name().equals(value)) {
                return one;
            }
        }
        wrong.add(name + " is \"" + value + "\", not one of "
                + Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))
                + more);
        return fallback;
    }
}
