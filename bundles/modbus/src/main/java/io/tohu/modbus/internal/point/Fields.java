/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.point;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The settings of one channel as Kura hands them over: text mostly, numbers sometimes. */
public final class Fields {

    private final Map<String, Object> values;

    public Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws ValueException when the field is neither empty nor a whole number in the range */
    public int number(String field, int fallback, int min, int max) throws ValueException {
        double value = decimal(field, fallback);
        if (value != Math.rint(value) || value < min || value > max) {
            throw new ValueException(
                    field + " is " + values.get(field) + ", not a whole number from " + min + " to " + max);
        }
        return (int) value;
    }

    /** @throws ValueException when the field is neither empty nor a finite number */
    public double decimal(String field, double fallback) throws ValueException {
        String text = text(field);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ValueException(field + " is \"" + text + "\", not a number");
    }

    /** @throws ValueException when the field is neither empty nor the name of a constant */
    public <E extends Enum<E>> E choice(String field, E fallback) throws ValueException {
        String text = text(field).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return fallback;
        }
        E[] all = fallback.getDeclaringClass().getEnumConstants();
        for (E one : all) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw new ValueException(field + " is \"" + text + "\", not one of " + Arrays.toString(all));
    }

    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().trim();
    }
}
