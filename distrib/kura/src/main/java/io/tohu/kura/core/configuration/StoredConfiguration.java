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
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.metatype.OCD;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * A component's configuration as the service hands it out; like Kura's, its map may be changed by who gets it.
 *
 * @param getPid name of the component
 * @param getDefinition its form, or null where it is not known
 * @param getConfigurationProperties its properties, or null where only the name is known
 */
public record StoredConfiguration(String getPid, OCD getDefinition, Map<String, Object> getConfigurationProperties)
        implements ComponentConfiguration {

    /**
     * @param pid name of the component
     * @param definition its form, or null
     * @param properties copied, or null
     * @return the configuration
     */
    public static StoredConfiguration of(String pid, OCD definition, Map<String, Object> properties) {
        return new StoredConfiguration(pid, definition, properties == null ? null : new HashMap<>(properties));
    }

    /** Null when the configuration is not one of a factory's instance. */
    static String factoryPid(ComponentConfiguration configuration) {
        Map<String, Object> properties = configuration.getConfigurationProperties();
        Object factoryPid = properties == null ? null : properties.get(ConfigurationAdmin.SERVICE_FACTORYPID);
        return factoryPid == null ? null : factoryPid.toString();
    }
}
