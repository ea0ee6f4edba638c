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

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import org.osgi.annotation.versioning.ProviderType;

/** Makes {@link TypedValue}s. */
@ProviderType
public final class TypedValues {

    private TypedValues() {}

    public static BooleanValue newBooleanValue(boolean value) {
        return new BooleanValue(value);
    }

    public static ByteArrayValue newByteArrayValue(byte[] value) {
        return new ByteArrayValue(value);
    }

    public static FloatValue newFloatValue(float value) {
        return new FloatValue(value);
    }

    public static DoubleValue newDoubleValue(double value) {
        return new DoubleValue(value);
    }

    public static IntegerValue newIntegerValue(int value) {
        return new IntegerValue(value);
    }

    public static LongValue newLongValue(long value) {
        return new LongValue(value);
    }

    public static StringValue newStringValue(String value) {
        return new StringValue(value);
    }

    /**
     * The typed value of a boxed primitive, a string or a byte array.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public static TypedValue<?> newTypedValue(Object value) {
        if (value instanceof Boolean v) {
            return newBooleanValue(v);
        }
        if (value instanceof byte[] v) {
            return newByteArrayValue(v);
        }
        if (value instanceof Float v) {
            return newFloatValue(v);
        }
        if (value instanceof Double v) {
            return newDoubleValue(v);
        }
        if (value instanceof Integer v) {
            return newIntegerValue(v);
        }
        if (value instanceof Long v) {
            return newLongValue(v);
        }
        if (value instanceof String v) {
            return newStringValue(v);
        }
        throw new IllegalArgumentException(
                "no typed value for " + (value == null ? null : value.getClass().getName()));
    }

    /**
     * The typed value that a text stands for; byte arrays are in Base64.
     *
     * @throws IllegalArgumentException when the text does not fit the type
     */
    public static TypedValue<?> parseTypedValue(DataType type, String value) {
        requireNonNull(value, "value");
        try {
            return switch (type) {
                case BOOLEAN -> newBooleanValue(Boolean.parseBoolean(value));
                case BYTE_ARRAY -> newByteArrayValue(Base64.getDecoder().decode(value));
                case DOUBLE -> newDoubleValue(Double.parseDouble(value));
                case FLOAT -> newFloatValue(Float.parseFloat(value));
                case INTEGER -> newIntegerValue(Integer.parseInt(value));
                case LONG -> newLongValue(Long.parseLong(value));
                case STRING -> newStringValue(value);
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a value of type " + type + ": " + value, e);
        }
    }
}
