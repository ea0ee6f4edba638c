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

import org.osgi.annotation.versioning.ProviderType;

/** Keys of the properties of a tamper event. */
@ProviderType
public enum TamperDetectionProperties {
    TIMESTAMP_PROPERTY_KEY("timestamp");

    private final String value;

    TamperDetectionProperties(String value) {
        this.value = value;
    }

    public String getValue() {
        return value;
    }
}
