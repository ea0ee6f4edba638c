/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.channel;

/** The number type in which a channel's scale and offset are applied. */
public enum ScaleOffsetType {
    DEFINED_BY_VALUE_TYPE,
    DOUBLE,
    LONG;

    /**
     * The constant of that name, in any case of letters.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ScaleOffsetType getScaleOffsetType(String name) {
        for (ScaleOffsetType constant : values()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no ScaleOffsetType is called " + name);
    }
}
