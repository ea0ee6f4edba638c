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

import java.lang.reflect.Array;
import java.util.function.Function;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.Scalar;

/** The types a configuration value can have: how each is written as text, and which class carries it. */
public enum ValueType {
    STRING(Scalar.STRING, "String", String.class, text -> text),
    LONG(Scalar.LONG, "Long", Long.class, Long::valueOf),
    DOUBLE(Scalar.DOUBLE, "Double", Double.class, Double::valueOf),
    FLOAT(Scalar.FLOAT, "Float", Float.class, Float::valueOf),
    INTEGER(Scalar.INTEGER, "Integer", Integer.class, Integer::valueOf),
    BYTE(Scalar.BYTE, "Byte", Byte.class, Byte::valueOf),
    CHAR(Scalar.CHAR, "Char", Character.class, ValueType::character),
    BOOLEAN(Scalar.BOOLEAN, "Boolean", Boolean.class, Boolean::valueOf),
    SHORT(Scalar.SHORT, "Short", Short.class, Short::valueOf),
    PASSWORD(Scalar.PASSWORD, "Password", Password.class, text -> new Password(text));

    private final Scalar scalar;
    private final String label;
    private final Class<?> carrier;
    private final Function<String, Object> parser;

    ValueType(Scalar scalar, String label, Class<?> carrier, Function<String, Object> parser) {
        this.scalar = scalar;
        this.label = label;
        this.carrier = carrier;
        this.parser = parser;
    }

    /** @return the type of an attribute */
    public static ValueType of(Scalar scalar) {
        for (ValueType each : values()) {
            if (each.scalar == scalar) {
                return each;
            }
        }
        throw new IllegalArgumentException("no type for " + scalar);
    }

    /** By the name in a snapshot ({@code Integer}); null when a snapshot knows no such type. */
    static ValueType named(String label) {
        for (ValueType each : values()) {
            if (each.label.equals(label)) {
                return each;
            }
        }
        return null;
    }

    /**
     * @param value a value or an array of values
     * @return its type, null when a configuration cannot hold it
     */
    public static ValueType of(Object value) {
        Class<?> type = value.getClass().isArray() ? value.getClass().getComponentType() : value.getClass();
        for (ValueType each : values()) {
            if (each.carrier == type) {
                return each;
            }
        }
        return null;
    }

    String label() {
        return label;
    }

    /** @return the type as attributes name it */
    public Scalar scalar() {
        return scalar;
    }

    /** @return the class of a value */
    public Class<?> carrier() {
        return carrier;
    }

    /** @throws IllegalArgumentException if one of the texts is no value of this type */
    public Object[] parseAll(String... texts) {
        Object[] values = (Object[]) Array.newInstance(carrier, texts.length);
        for (int i = 0; i < texts.length; i++) {
            values[i] = parser.apply(texts[i]);
        }
        return values;
    }

    private static Character character(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no character");
        }
        return text.charAt(0);
    }
}
