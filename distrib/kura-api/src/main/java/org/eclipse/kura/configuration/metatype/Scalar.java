/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.configuration.metatype;

/** Type of an attribute. */
public enum Scalar {
    STRING("String"),
    LONG("Long"),
    DOUBLE("Double"),
    FLOAT("Float"),
    INTEGER("Integer"),
    BYTE("Byte"),
    CHAR("Char"),
    BOOLEAN("Boolean"),
    SHORT("Short"),
    PASSWORD("Password");

    private final String value;

    Scalar(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /**
     * The constant with that value.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scalar fromValue(String value) {
        if ("character".equalsIgnoreCase(value)) {
            return CHAR;
        }
        for (Scalar constant : values()) {
            if (constant.value.equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no Scalar has the value " + value);
    }
}
