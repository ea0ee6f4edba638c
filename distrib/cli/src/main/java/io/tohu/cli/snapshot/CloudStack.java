/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.snapshot;

import java.util.Map;

/** The part of a snapshot with which a gateway reaches a broker on this machine, and keeps its queue in memory. */
public final class CloudStack {

    /** The pid of the cloud endpoint that publishers name. */
    public static final String ENDPOINT = "org.eclipse.kura.cloud.CloudService";

    private static final String FACTORY = "org.eclipse.kura.core.cloud.factory.DefaultCloudServiceFactory";
    private static final String TRANSPORT = "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";
    private static final String DATA = "org.eclipse.kura.data.DataService";

    private CloudStack() {}

    /** Adds it; results may leave faster than Kura's limit of one message a second. */
    public static SnapshotBuilder addTo(SnapshotBuilder snapshot, int brokerPort, String account, String client) {
        return snapshot.instance(
                        TRANSPORT,
                        TRANSPORT,
                        Map.of(
                                "broker-url",
                                "mqtt://127.0.0.1:" + brokerPort + "/",
                                "topic.context.account-name",
                                account,
                                "client-id",
                                client,
                                "kura.cloud.service.factory.pid",
                                FACTORY))
                .instance(
                        DATA,
                        DATA,
                        Map.of(
                                "connect.auto-on-startup",
                                true,
                                "enable.rate.limit",
                                false,
                                "kura.cloud.service.factory.pid",
                                FACTORY))
                .instance(
                        "org.eclipse.kura.db.H2DbService",
                        "org.eclipse.kura.core.db.H2DbService",
                        Map.of("db.connector.url", "jdbc:h2:mem:kuradb"))
                .instance(ENDPOINT, ENDPOINT, Map.of("kura.cloud.service.factory.pid", FACTORY));
    }
}
