/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.osgi.annotation.versioning.ProviderType;

/** Named values that travel together. Immutable. */
@ProviderType
public class WireRecord {

    private final Map<String, TypedValue<?>> properties;

    public WireRecord(Map<String, TypedValue<?>> properties) {
        this.properties = Collections.unmodifiableMap(requireNonNull(properties, "properties"));
    }

    public Map<String, TypedValue<?>> getProperties() {
        return properties;
    }
}
