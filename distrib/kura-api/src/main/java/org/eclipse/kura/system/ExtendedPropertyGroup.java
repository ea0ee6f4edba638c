/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.system;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A named group of properties. */
@ProviderType
public class ExtendedPropertyGroup {

    private final String name;
    private final Map<String, String> properties;

    public ExtendedPropertyGroup(String name, Map<String, String> properties) {
        this.name = requireNonNull(name, "name");
        this.properties = Collections.unmodifiableMap(requireNonNull(properties, "properties"));
    }

    public String getName() {
        return name;
    }

    public Map<String, String> getProperties() {
        return properties;
    }
}
