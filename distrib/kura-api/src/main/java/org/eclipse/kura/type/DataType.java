/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.type;

/** The types that a {@link TypedValue} can have. */
public enum DataType {
    BOOLEAN,
    BYTE_ARRAY,
    DOUBLE,
    INTEGER,
    LONG,
    FLOAT,
    STRING;

    /**
     * The constant of that name, in any case of letters.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DataType getDataType(String name) {
        for (DataType constant : values()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no DataType is called " + name);
    }
}
