/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * What Kura adds to configurations that were written for older versions: the default cloud connection became three
 * factory instances, and assets name their channels in a property.
 */
final class ConfigurationUpgrade {

    private static final String CLOUD = "org.eclipse.kura.cloud.CloudService";
    private static final String DATA = "org.eclipse.kura.data.DataService";
    private static final String TRANSPORT = "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";
    private static final String STACK_FACTORY = "org.eclipse.kura.core.cloud.factory.DefaultCloudServiceFactory";
    private static final String WIRE_ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String EMIT_ALL = "emit.all.channels";

    private ConfigurationUpgrade() {}

    static ComponentConfiguration of(ComponentConfiguration configuration) {
        if (configuration.getConfigurationProperties() == null) {
            return configuration;
        }
        Map<String, Object> properties = new HashMap<>(configuration.getConfigurationProperties());
        String pid = configuration.getPid();
        if (List.of(CLOUD, DATA, TRANSPORT).contains(pid)) {
            properties.put(ConfigurationAdmin.SERVICE_FACTORYPID, pid);
            properties.put("kura.cloud.service.factory.pid", STACK_FACTORY);
            if (pid.equals(CLOUD)) {
                properties.put("DataService.target", "(kura.service.pid=" + DATA + ")");
            } else if (pid.equals(DATA)) {
                properties.put("DataTransportService.target", "(kura.service.pid=" + TRANSPORT + ")");
            }
        } else if (WIRE_ASSET.equals(properties.get(ConfigurationAdmin.SERVICE_FACTORYPID))) {
            upgradeAsset(properties);
        }
        return StoredConfiguration.of(pid, configuration.getDefinition(), properties);
    }

    private static void upgradeAsset(Map<String, Object> properties) {
        if (properties.containsKey(EMIT_ALL)) {
            return;
        }
        for (String name : List.copyOf(properties.keySet())) {
            int end = name.indexOf('#');
            if (end >= 0) {
                properties.put(name.substring(0, end) + "#+name", name.substring(0, end));
            }
        }
        properties.put(EMIT_ALL, false);
    }
}
