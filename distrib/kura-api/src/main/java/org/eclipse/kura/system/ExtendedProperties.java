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
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Further properties of the device in groups. */
@ProviderType
public class ExtendedProperties {

    private final String version;
    private final List<ExtendedPropertyGroup> propertyGroups;

    public ExtendedProperties(String version, List<ExtendedPropertyGroup> propertyGroups) {
        this.version = requireNonNull(version, "version");
        this.propertyGroups = Collections.unmodifiableList(requireNonNull(propertyGroups, "propertyGroups"));
    }

    public String getVersion() {
        return version;
    }

    public List<ExtendedPropertyGroup> getPropertyGroups() {
        return propertyGroups;
    }
}
