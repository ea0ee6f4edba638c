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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * Kura's values as what a node wants to be written with: numbers within the range of the node's type, numbers in text,
 * times as ISO 8601 text or milliseconds since 1970, node ids and names in their parseable form, arrays from bytes as
 * {@link ArrayBytes} decodes them. Servers refuse a Variant of another type than the node's (Part 4, 5.11.4).
 */
public final class ValueWriter {

    private ValueWriter() {}

    /**
     * Converts a value.
     *
     * @param array whether the node holds an array
     * @param range whether only an index range of the array is written: a single value then stands for one element
     * @throws ConversionException says why the value does not fit the node
     */
    public static Variant write(TypedValue<?> value, OpcUaDataType type, boolean array, boolean range)
            throws ConversionException {
        Object content = value.getValue();
        if (array) {
            if (content instanceof byte[] bytes) {
                return new Variant(ArrayBytes.decode(bytes, type));
            }
            if (range) {
                Object element = Array.newInstance(type.getBackingClass(), 1);
                Array.set(element, 0, scalar(content, type));
                return new Variant(element);
            }
            throw new ConversionException("the node holds an array of " + type + ", which is written as BYTE_ARRAY");
        }
        return new Variant(scalar(content, type));
    }

    private static Object scalar(Object value, OpcUaDataType type) throws ConversionException {
        return switch (type) {
            case Boolean -> toBoolean(value);
            case SByte -> (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, type);
            case Byte -> UByte.valueOf(whole(value, UByte.MIN_VALUE, UByte.MAX_VALUE, type));
            case Int16 -> (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE, type);
            case UInt16 -> UShort.valueOf(whole(value, UShort.MIN_VALUE, UShort.MAX_VALUE, type));
            case Int32 -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
            case UInt32 -> UInteger.valueOf(whole(value, 0, UInteger.MAX_VALUE, type));
            case Int64 -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE, type);
            case UInt64 -> Exact.unsignedLong(number(value, type));
            case Float -> Exact.toFloat(number(value, type));
            case Double -> number(value, type).doubleValue();
            case DateTime -> toDateTime(value);
            case StatusCode -> new StatusCode(whole(value, 0, UInteger.MAX_VALUE, type));
            case ByteString -> ByteString.of(bytes(value, type));
            case Variant -> value instanceof byte[] bytes ? ByteString.of(bytes) : value;
            default -> fromText(text(value, type), type);
        };
    }

    private static Object fromText(String text, OpcUaDataType type) throws ConversionException {
        try {
            return switch (type) {
                case String -> text;
                case LocalizedText -> new LocalizedText(text);
                case XmlElement -> XmlElement.of(text);
                case QualifiedName -> QualifiedName.parse(text);
                case NodeId -> NodeId.parse(text);
                case ExpandedNodeId -> ExpandedNodeId.parse(text);
                case Guid -> UUID.fromString(text);
                default -> throw new ConversionException("a node of type " + type + " cannot be written by a channel");
            };
        } catch (IllegalArgumentException | UaRuntimeException e) {
            throw new ConversionException("'" + text + "' is not a " + type);
        }
    }

    private static boolean toBoolean(Object value) throws ConversionException {
        if (value instanceof Boolean flag) {
            return flag;
        } else if ("true".equals(value) || "false".equals(value)) {
            return "true".equals(value);
        }
        return whole(value, 0, 1, OpcUaDataType.Boolean) == 1;
    }

    private static DateTime toDateTime(Object value) throws ConversionException {
        if (value instanceof Long millis) {
            return new DateTime(Instant.ofEpochMilli(millis));
        }
        String text = text(value, OpcUaDataType.DateTime);
        try {
            return new DateTime(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new ConversionException("'" + text + "' is not a time like 2026-01-31T12:00:00Z");
        }
    }

    private static long whole(Object value, long min, long max, OpcUaDataType type) throws ConversionException {
        return Exact.integer(number(value, type), min, max, type.name());
    }

    private static Number number(Object value, OpcUaDataType type) throws ConversionException {
        if (value instanceof Number number) {
            return number;
        } else if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        String text = text(value, type);
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw new ConversionException("'" + text + "' is not a number, which " + type + " needs");
        }
    }

    private static byte[] bytes(Object value, OpcUaDataType type) throws ConversionException {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw mismatch(value, type);
    }

    private static String text(Object value, OpcUaDataType type) throws ConversionException {
        if (value instanceof byte[]) {
            throw mismatch(value, type);
        }
        return value.toString();
    }

    private static ConversionException mismatch(Object value, OpcUaDataType type) {
        return new ConversionException("the node wants a " + type + ", which "
                + (value instanceof byte[] ? "BYTE_ARRAY" : value.getClass().getSimpleName()) + " cannot give");
    }
}
