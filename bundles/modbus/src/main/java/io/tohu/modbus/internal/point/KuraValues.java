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
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** Cells of a device as values of Kura. Nothing is bent to fit: a number too large for its channel is an error. */
public final class KuraValues {

    private static final double TWO_TO_63 = 0x1p63;

    private KuraValues() {}

    /** Whether the value is made of 64 bits at the most, so that {@link #bits} and {@link #of} are enough for it. */
    public static boolean isNumeric(Point point, DataType type) {
        return point.table().bits() || type != DataType.BYTE_ARRAY && point.type() != PointType.STRING;
    }

    /** The cells of a numeric point as they are, right-aligned. */
    public static long bits(Point point, byte[] data, int offset) {
        return point.table().bits()
                ? data[offset / 8] >> offset % 8 & 1
                : RegisterCodec.bits(data, offset, point.span().length(), point.order());
    }

    /**
     * @param data what a block read brought
     * @param offset where the point begins in it: a byte, or for coils and discrete inputs a bit
     * @throws ValueException when the value does not fit the type of the channel
     */
    public static TypedValue<?> read(Point point, DataType type, byte[] data, int offset) throws ValueException {
        if (isNumeric(point, type)) {
            return of(point, type, bits(point, data, offset));
        }
        int registers = point.span().length();
        if (type == DataType.BYTE_ARRAY) {
            return TypedValues.newByteArrayValue(Arrays.copyOfRange(data, offset, offset + 2 * registers));
        }
        if (type != DataType.STRING) {
            throw new ValueException("the channel holds text: set value.type to STRING");
        }
        return TypedValues.newStringValue(RegisterCodec.text(data, offset, registers, point.order()));
    }

    /**
     * @param bits of a numeric point
     * @throws ValueException when the value does not fit the type of the channel
     */
    public static TypedValue<?> of(Point point, DataType type, long bits) throws ValueException {
        if (point.table().bits()) {
            return ofBoolean(bits != 0, type);
        }
        return switch (point.type()) {
            case BOOL -> ofBoolean(bits != 0, type);
            case BIT -> ofBoolean((bits >> point.bit() & 1) != 0, type);
            case INT16 -> ofLong((short) bits, type);
            case INT32 -> ofLong((int) bits, type);
            case UINT64 -> bits < 0 ? ofLargeUnsigned(bits, type) : ofLong(bits, type);
            case FLOAT32 -> ofFloat(Float.intBitsToFloat((int) bits), type);
            case FLOAT64 -> ofDouble(Double.longBitsToDouble(bits), type);
            case BCD16 -> ofLong(RegisterCodec.fromBcd(bits, 4), type);
            case BCD32 -> ofLong(RegisterCodec.fromBcd(bits, 8), type);
            default -> ofLong(bits, type);
        };
    }

    private static TypedValue<?> ofBoolean(boolean value, DataType type) throws ValueException {
        return switch (type) {
            case BOOLEAN -> TypedValues.newBooleanValue(value);
            case STRING -> TypedValues.newStringValue(Boolean.toString(value));
            case BYTE_ARRAY -> TypedValues.newByteArrayValue(new byte[] {(byte) (value ? 1 : 0)});
            default -> ofLong(value ? 1 : 0, type);
        };
    }

    private static TypedValue<?> ofLong(long value, DataType type) throws ValueException {
        return switch (type) {
            case BOOLEAN -> TypedValues.newBooleanValue(value != 0);
            case INTEGER -> {
                if (value != (int) value) {
                    throw tooLarge(Long.toString(value), type, "LONG");
                }
                yield TypedValues.newIntegerValue((int) value);
            }
            case LONG -> TypedValues.newLongValue(value);
            case FLOAT -> TypedValues.newFloatValue(value);
            case DOUBLE -> TypedValues.newDoubleValue(value);
            default -> TypedValues.newStringValue(Long.toString(value));
        };
    }

    private static TypedValue<?> ofLargeUnsigned(long bits, DataType type) throws ValueException {
        String text = Long.toUnsignedString(bits);
        return switch (type) {
            case BOOLEAN -> TypedValues.newBooleanValue(true);
            case FLOAT -> TypedValues.newFloatValue(Float.parseFloat(text));
            case DOUBLE -> TypedValues.newDoubleValue(Double.parseDouble(text));
            case STRING -> TypedValues.newStringValue(text);
            default -> throw tooLarge(text, type, "DOUBLE or STRING");
        };
    }

    private static TypedValue<?> ofFloat(float value, DataType type) throws ValueException {
        return type == DataType.STRING ? TypedValues.newStringValue(Float.toString(value)) : ofDouble(value, type);
    }

    private static TypedValue<?> ofDouble(double value, DataType type) throws ValueException {
        return switch (type) {
            case FLOAT -> {
                if (Double.isFinite(value) && !Float.isFinite((float) value)) {
                    throw tooLarge(Double.toString(value), type, "DOUBLE");
                }
                yield TypedValues.newFloatValue((float) value);
            }
            case DOUBLE -> TypedValues.newDoubleValue(value);
            case STRING -> TypedValues.newStringValue(Double.toString(value));
            case INTEGER, LONG -> {
                double whole = Math.rint(value);
                if (!(whole >= -TWO_TO_63 && whole < TWO_TO_63)) {
                    throw tooLarge(Double.toString(value), type, "DOUBLE");
                }
                yield ofLong((long) whole, type);
            }
            default -> throw new ValueException("the channel holds a floating-point number: set value.type to DOUBLE");
        };
    }

    private static ValueException tooLarge(String value, DataType type, String better) {
        return new ValueException(value + " does not fit " + type + ": set value.type to " + better);
    }
}
