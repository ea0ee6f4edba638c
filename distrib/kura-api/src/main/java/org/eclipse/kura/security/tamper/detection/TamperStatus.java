/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.security.tamper.detection;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.osgi.annotation.versioning.ProviderType;

/** Whether the device was tampered with, and details. */
@ProviderType
public class TamperStatus {

    private final boolean deviceTampered;
    private final Map<String, TypedValue<?>> properties;

    /** Absent properties are the same as none. */
    public TamperStatus(boolean deviceTampered, Map<String, TypedValue<?>> properties) {
        this.deviceTampered = deviceTampered;
        this.properties = properties == null ? Map.of() : Collections.unmodifiableMap(properties);
    }

    public boolean isDeviceTampered() {
        return deviceTampered;
    }

    public Map<String, TypedValue<?>> getProperties() {
        return properties;
    }
}
