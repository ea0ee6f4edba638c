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

import io.tohu.modbus.internal.exchange.Connection;
import io.tohu.modbus.internal.exchange.Pacing;
import io.tohu.modbus.internal.exchange.Session;
import io.tohu.modbus.internal.exchange.Tuning;
import io.tohu.modbus.internal.exchange.UnitHabits;
import io.tohu.modbus.internal.link.BackOff;
import io.tohu.modbus.internal.link.Endpoint;
import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.LinkFactory;
import io.tohu.modbus.internal.link.LostReply;
import io.tohu.modbus.internal.link.Route;
import io.tohu.modbus.internal.link.TcpLinks;
import io.tohu.modbus.internal.plan.AddressMemory;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.serial.SerialLine;
import io.tohu.modbus.internal.serial.SerialLinks;
import io.tohu.modbus.internal.serial.SerialPorts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Makes devices of configurations. */
final class DeviceFactory {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FieldThreads threads;
    private final SerialPorts ports;

    DeviceFactory(FieldThreads threads, SerialPorts ports) {
        this.threads = threads;
        this.ports = ports;
    }

    /** A wrong configuration makes a device that cannot be reached, and says why. */
    Device create(ModbusDriverConfig config, Map<String, Object> properties) {
        try {
            return create(Settings.of(config), properties);
        } catch (RuntimeException e) {
            return unusable(e.getMessage(), properties);
        }
    }

    /** What the user called the driver. */
    static String name(Map<String, Object> properties) {
        return String.valueOf(properties.getOrDefault("kura.service.pid", ModbusDriver.PID));
    }

    /** Keeps the connection of {@code old} unless what it depends on has changed; else closes it. */
    Device replace(Device old, ModbusDriverConfig config, Map<String, Object> properties) {
        try {
            Settings settings = Settings.of(config);
            if (settings.route().equals(old.settings().route())) {
                old.tuning().change(settings.pacing(), settings.reconnectMin(), settings.reconnectMax());
                return new Device(settings, old.connection(), old.tuning(), threads);
            }
        } catch (RuntimeException e) {
            // The new device says it.
        }
        old.connection().close();
        return create(config, properties);
    }

    private Device create(Settings settings, Map<String, Object> properties) {
        Route route = settings.route();
        LinkFactory links = route instanceof SerialLine line
                ? new SerialLinks(line, name(properties), ports, threads.workers())
                : new TcpLinks((Endpoint) route, threads);
        return device(settings, links, properties);
    }

    private Device unusable(String reason, Map<String, Object> properties) {
        Endpoint nowhere = new Endpoint(Endpoint.Framing.TCP, "", 0, HOUR, HOUR);
        Settings settings = new Settings(
                nowhere,
                new Pacing(1, Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, HOUR),
                HOUR,
                HOUR,
                new Limits(125, 2000, 0),
                0);
        return device(settings, new NoLinks(reason), properties);
    }

    private Device device(Settings settings, LinkFactory links, Map<String, Object> properties) {
        Tuning tuning = new Tuning(
                settings.pacing(),
                new BackOff(settings.reconnectMin(), settings.reconnectMax(), RandomGenerator.getDefault()));
        UnitHabits habits =
                new UnitHabits(threads::nanoTime, () -> tuning.get().rest().toNanos());
        Connection connection = new Connection(
                name(properties),
                links,
                link -> new Session(
                        link,
                        links.lostReply(),
                        tuning,
                        new AddressMemory(
                                threads::nanoTime,
                                () -> tuning.get().refusedRetry().toNanos()),
                        habits,
                        threads),
                tuning.backOff(),
                settings.route().connectTimeout(),
                threads);
        return new Device(settings, connection, tuning, threads);
    }

    /** What stands in for links while the configuration is wrong. */
    private record NoLinks(String reason) implements LinkFactory {

        @Override
        public String peer() {
            return "the configuration is wrong";
        }

        @Override
        public LostReply lostReply() {
            return LostReply.TOLD_APART;
        }

        @Override
        public CompletableFuture<Link> open() {
            return CompletableFuture.failedFuture(new IllegalArgumentException(reason));
        }
    }
}
