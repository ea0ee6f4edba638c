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
import java.util.Objects;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.metatype.OCD;

/** A component's configuration as plain data; its properties can be changed by whoever asked for it, as in Kura. */
public final class SimpleComponentConfiguration implements ComponentConfiguration {

    private final String pid;
    private final OCD definition;
    private final Map<String, Object> properties;

    /**
     * @param pid the name the user gave ({@code kura.service.pid})
     * @param definition the form, or null where it is not known
     * @param properties copied; null where only the pid is known
     */
    public SimpleComponentConfiguration(String pid, OCD definition, Map<String, Object> properties) {
        this.pid = Objects.requireNonNull(pid, "pid");
        this.definition = definition;
        this.properties = properties == null ? null : new HashMap<>(properties);
    }

    @Override
    public String getPid() {
        return pid;
    }

    @Override
    public OCD getDefinition() {
        return definition;
    }

    @Override
    public Map<String, Object> getConfigurationProperties() {
        return properties;
    }
}
