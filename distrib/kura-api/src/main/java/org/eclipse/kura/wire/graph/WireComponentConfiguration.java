/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire.graph;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.osgi.annotation.versioning.ProviderType;

/** A component of the graph with its configuration. */
@ProviderType
public class WireComponentConfiguration {

    private final ComponentConfiguration configuration;
    private final Map<String, Object> properties;

    public WireComponentConfiguration(ComponentConfiguration configuration, Map<String, Object> properties) {
        this.configuration = configuration;
        this.properties = Collections.unmodifiableMap(properties);
    }

    public ComponentConfiguration getConfiguration() {
        return configuration;
    }

    public Map<String, Object> getProperties() {
        return properties;
    }
}
