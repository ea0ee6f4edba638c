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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * Arrays of numbers as bytes, the only way they travel on Kura's wires.
 *
 * <p>The elements follow each other without header or gaps, little-endian, in the width that OPC UA gives them:
 *
 * <table>
 * <caption>Encoding of one element</caption>
 * <tr><th>built-in type</th><th>bytes</th><th>encoding</th></tr>
 * <tr><td>Boolean</td><td>1</td><td>0 or 1</td></tr>
 * <tr><td>SByte, Byte</td><td>1</td><td>two's complement, unsigned</td></tr>
 * <tr><td>Int16, UInt16</td><td>2</td><td>two's complement, unsigned</td></tr>
 * <tr><td>Int32, UInt32</td><td>4</td><td>two's complement, unsigned</td></tr>
 * <tr><td>Int64, UInt64</td><td>8</td><td>two's complement, unsigned</td></tr>
 * <tr><td>Float</td><td>4</td><td>IEEE 754 binary32</td></tr>
 * <tr><td>Double</td><td>8</td><td>IEEE 754 binary64</td></tr>
 * <tr><td>DateTime</td><td>8</td><td>milliseconds since 1970-01-01 UTC, two's complement</td></tr>
 * </table>
 *
 * A matrix is encoded row by row (last index fastest), as OPC UA sends it.
 */
public final class ArrayBytes {

    private ArrayBytes() {}

    /** Bytes of one element, or 0 when arrays of this type have no such encoding. */
    public static int width(OpcUaDataType type) {
        return switch (type) {
            case Boolean, SByte, Byte -> 1;
            case Int16, UInt16 -> 2;
            case Int32, UInt32, Float -> 4;
            case Int64, UInt64, Double, DateTime -> 8;
            default -> 0;
        };
    }

    /**
     * Encodes an array of one built-in type, boxed or primitive.
     *
     * @throws ConversionException when the elements are not numbers
     */
    static byte[] encode(Object array) throws ConversionException {
        int length = Array.getLength(array);
        OpcUaDataType type = OpcUaDataType.fromBackingClass(array.getClass().getComponentType());
        int width = type == null ? 0 : width(type);
        if (width == 0) {
            throw new ConversionException("an array of " + (type == null ? "this type" : type) + " has no byte form");
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(width, length)).order(ByteOrder.LITTLE_ENDIAN);
        if (array instanceof Float[] floats) {
            for (Float value : floats) {
                bytes.putFloat(value);
            }
        } else if (array instanceof Double[] doubles) {
            for (Double value : doubles) {
                bytes.putDouble(value);
            }
        } else {
            for (int i = 0; i < length; i++) {
                put(bytes, width, Array.get(array, i));
            }
        }
        return bytes.array();
    }

    /**
     * Decodes to an array of boxed elements, as the stack wants it.
     *
     * @throws ConversionException when the type has no such encoding or the length does not fit
     */
    static Object decode(byte[] encoded, OpcUaDataType type) throws ConversionException {
        int width = width(type);
        if (width == 0) {
            throw new ConversionException("an array of " + type + " cannot be written from bytes");
        }
        if (encoded.length % width != 0) {
            throw new ConversionException(
                    encoded.length + " bytes are not whole elements of " + type + " (" + width + " bytes each)");
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        Object array = Array.newInstance(type.getBackingClass(), encoded.length / width);
        for (int i = 0; bytes.hasRemaining(); i++) {
            Array.set(array, i, get(bytes, type));
        }
        return array;
    }

    private static void put(ByteBuffer bytes, int width, Object element) {
        long bits = bits(element);
        switch (width) {
            case 1 -> bytes.put((byte) bits);
            case 2 -> bytes.putShort((short) bits);
            case 4 -> bytes.putInt((int) bits);
            default -> bytes.putLong(bits);
        }
    }

    private static long bits(Object element) {
        if (element instanceof Boolean flag) {
            return flag ? 1 : 0;
        } else if (element instanceof DateTime time) {
            return time.getJavaTime();
        } else if (element instanceof Float number) {
            return Float.floatToRawIntBits(number);
        } else if (element instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        return ((Number) element).longValue();
    }

    private static Object get(ByteBuffer bytes, OpcUaDataType type) {
        return switch (type) {
            case Boolean -> bytes.get() != 0;
            case SByte -> bytes.get();
            case Byte -> UByte.valueOf(bytes.get());
            case Int16 -> bytes.getShort();
            case UInt16 -> UShort.valueOf(bytes.getShort());
            case Int32 -> bytes.getInt();
            case UInt32 -> UInteger.valueOf(bytes.getInt());
            case Int64 -> bytes.getLong();
            case UInt64 -> ULong.valueOf(bytes.getLong());
            case Float -> bytes.getFloat();
            case Double -> bytes.getDouble();
            default -> new DateTime(Instant.ofEpochMilli(bytes.getLong()));
        };
    }
}
