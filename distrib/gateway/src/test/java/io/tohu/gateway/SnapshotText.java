/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** A snapshot, written as a user's would be. */
final class SnapshotText {

    private static final String KURA = "org.eclipse.kura.";

    private final StringBuilder configurations = new StringBuilder();

    /** Adds Kura's default cloud connection, to the broker at the port, of gateway {@code gateway} in account {@code acme}. */
    SnapshotText cloud(int port) {
        String transport = KURA + "core.data.transport.mqtt.MqttDataTransport";
        instance(
                transport,
                transport,
                Map.of(
                        "broker-url", "mqtt://127.0.0.1:" + port + "/",
                        "topic.context.account-name", "acme",
                        "client-id", "gateway",
                        "username", "",
                        "password", ""));
        instance(
                KURA + "data.DataService",
                KURA + "data.DataService",
                Map.of(
                        "connect.auto-on-startup",
                        true,
                        "connect.retry-interval",
                        1,
                        "enable.rate.limit",
                        false,
                        "DataTransportService.target",
                        "(kura.service.pid=" + transport + ")"));
        instance(
                KURA + "cloud.CloudService",
                KURA + "cloud.CloudService",
                Map.of("DataService.target", "(kura.service.pid=" + KURA + "data.DataService)"));
        return instance(KURA + "db.H2DbService", KURA + "core.db.H2DbService", Map.of());
    }

    SnapshotText graph(String json) {
        return configuration(KURA + "wire.graph.WireGraphService", Map.of("WireGraph", json));
    }

    SnapshotText instance(String pid, String factory, Map<String, Object> properties) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put("service.factoryPid", factory);
        all.put("kura.service.pid", pid);
        return configuration(pid, all);
    }

    private SnapshotText configuration(String pid, Map<String, Object> properties) {
        configurations.append("<esf:configuration pid='").append(pid).append("'><esf:properties>");
        properties.forEach((name, value) -> configurations
                .append("<esf:property array='false' encrypted='false' name='")
                .append(name)
                .append("' type='")
                .append(value.getClass().getSimpleName())
                .append("'><esf:value>")
                .append(value)
                .append("</esf:value></esf:property>"));
        configurations.append("</esf:properties></esf:configuration>");
        return this;
    }

    @Override
    public String toString() {
        return "<?xml version='1.0' encoding='UTF-8'?>"
                + "<esf:configurations xmlns:esf='http://eurotech.com/esf/2.0'>" + configurations
                + "</esf:configurations>";
    }
}
