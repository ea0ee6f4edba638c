/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.value;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;

/**
 * OPC UA values as Kura's types. Numbers change their type only where they keep their meaning: a value out of range or
 * with a fraction that would be lost is an error; FLOAT and DOUBLE take the nearest number they have. BOOLEAN takes 0
 * and 1; INTEGER, LONG and DOUBLE take a DateTime as milliseconds since 1970 and a StatusCode as its number, FLOAT is too
 * coarse for them; STRING takes what {@link ValueText} can write; BYTE_ARRAY takes ByteString, the body of a structure as
 * the server encoded it, text as UTF-8, and numbers and their arrays as {@link ArrayBytes} encodes them.
 */
public final class ValueReader {

    private ValueReader() {}

    /**
     * Converts the content of a Variant.
     *
     * @throws ConversionException says why the value does not fit
     */
    public static TypedValue<?> read(Variant variant, DataType type) throws ConversionException {
        Object value = variant.value();
        if (value == null) {
            throw new ConversionException("the node has no value");
        }
        return switch (type) {
            case DOUBLE -> TypedValues.newDoubleValue(number(value, type).doubleValue());
            case FLOAT -> TypedValues.newFloatValue(Exact.toFloat(number(value, type)));
            case INTEGER -> TypedValues.newIntegerValue(
                    (int) Exact.integer(number(value, type), Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER"));
            case LONG -> TypedValues.newLongValue(
                    Exact.integer(number(value, type), Long.MIN_VALUE, Long.MAX_VALUE, "LONG"));
            case BOOLEAN -> TypedValues.newBooleanValue(toBoolean(value));
            case STRING -> TypedValues.newStringValue(ValueText.of(value instanceof Matrix m ? elements(m) : value));
            case BYTE_ARRAY -> TypedValues.newByteArrayValue(toBytes(value));
        };
    }

    /** Name of a value's type for messages, {@code Double} or {@code Float array}. */
    static String typeOf(Object value) {
        if (value instanceof ExtensionObject) {
            return "structure";
        }
        Class<?> type = value.getClass();
        OpcUaDataType builtIn = OpcUaDataType.fromBackingClass(type.isArray() ? type.getComponentType() : type);
        String name = builtIn == null ? type.getSimpleName() : builtIn.name();
        return type.isArray() ? name + " array" : name;
    }

    private static Number number(Object value, DataType type) throws ConversionException {
        if (value instanceof Number number) {
            return number;
        } else if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        } else if (value instanceof DateTime time && type != DataType.FLOAT) {
            return time.getJavaTime();
        } else if (value instanceof StatusCode status && type != DataType.FLOAT) {
            return status.value();
        }
        throw mismatch(value, type);
    }

    private static boolean toBoolean(Object value) throws ConversionException {
        if (value instanceof Boolean flag) {
            return flag;
        } else if (value instanceof Number number) {
            return Exact.integer(number, 0, 1, "BOOLEAN (0 or 1)") == 1;
        } else if ("true".equals(value) || "false".equals(value)) {
            return "true".equals(value);
        }
        throw mismatch(value, DataType.BOOLEAN);
    }

    private static byte[] toBytes(Object value) throws ConversionException {
        if (value instanceof ByteString bytes) {
            return bytes.bytesOrEmpty();
        } else if (value instanceof String || value instanceof LocalizedText || value instanceof XmlElement) {
            return ValueText.of(value).getBytes(StandardCharsets.UTF_8);
        } else if (value instanceof ExtensionObject.Binary structure) {
            return structure.getBody().bytesOrEmpty();
        } else if (value instanceof Matrix matrix) {
            return ArrayBytes.encode(elements(matrix));
        } else if (value.getClass().isArray()) {
            return ArrayBytes.encode(value);
        } else if (value instanceof Number || value instanceof Boolean || value instanceof DateTime) {
            Object one = Array.newInstance(value.getClass(), 1);
            Array.set(one, 0, value);
            return ArrayBytes.encode(one);
        }
        throw mismatch(value, DataType.BYTE_ARRAY);
    }

    private static Object elements(Matrix matrix) throws ConversionException {
        if (matrix.getElements() == null) {
            throw new ConversionException("the node has no value");
        }
        return matrix.getElements();
    }

    private static ConversionException mismatch(Object value, DataType type) {
        return new ConversionException(
                "the node holds a " + typeOf(value) + ", which a channel of type " + type + " cannot take");
    }
}
