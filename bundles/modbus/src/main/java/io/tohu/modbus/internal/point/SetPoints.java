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

import org.eclipse.kura.type.TypedValue;

/**
 * Values of Kura as cells of a device. Stricter than reading: what is written moves a machine, so nothing is rounded,
 * cut or guessed.
 */
public final class SetPoints {

    private SetPoints() {}

    /**
     * @return registers as they travel; for a bit one byte of 0 or 1
     * @throws ValueException when the device cannot hold exactly this value
     */
    public static byte[] cells(Point point, TypedValue<?> value) throws ValueException {
        int registers = point.span().length();
        if (value.getValue() instanceof byte[] raw && !point.table().bits()) {
            if (raw.length != 2 * registers || point.type() == PointType.BIT) {
                throw new ValueException(raw.length + " bytes for a channel of " + 2 * registers);
            }
            return raw.clone();
        }
        return switch (point.type()) {
            case BOOL -> point.table().bits()
                    ? new byte[] {bit(value)}
                    : RegisterCodec.registers(bit(value), registers, point.order());
            case BIT -> new byte[] {bit(value)};
            case STRING -> {
                if (!(value.getValue() instanceof String text)) {
                    throw new ValueException("the channel holds text, the value is " + value.getType());
                }
                yield RegisterCodec.fromText(text, registers, point.order());
            }
            case FLOAT32 -> RegisterCodec.registers(
                    Float.floatToIntBits(single(value)) & 0xFFFFFFFFL, registers, point.order());
            case FLOAT64 -> RegisterCodec.registers(
                    Double.doubleToLongBits(number(value).doubleValue()), registers, point.order());
            default -> RegisterCodec.registers(integer(point.type(), value), registers, point.order());
        };
    }

    private static byte bit(TypedValue<?> value) throws ValueException {
        if (value.getValue() instanceof Boolean b) {
            return (byte) (b ? 1 : 0);
        }
        long whole = whole(value);
        if (whole != 0 && whole != 1) {
            throw new ValueException(whole + " is neither 0 nor 1");
        }
        return (byte) whole;
    }

    private static long integer(PointType type, TypedValue<?> value) throws ValueException {
        long whole = whole(value);
        return switch (type) {
            case INT16 -> inRange(whole, Short.MIN_VALUE, Short.MAX_VALUE, type);
            case UINT16 -> inRange(whole, 0, 0xFFFF, type);
            case INT32 -> inRange(whole, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
            case UINT32 -> inRange(whole, 0, 0xFFFFFFFFL, type);
            case UINT64 -> inRange(whole, 0, Long.MAX_VALUE, type);
            case BCD16 -> RegisterCodec.toBcd(inRange(whole, 0, 9_999, type), 4);
            case BCD32 -> RegisterCodec.toBcd(inRange(whole, 0, 99_999_999, type), 8);
            default -> whole;
        };
    }

    private static long inRange(long value, long min, long max, PointType type) throws ValueException {
        if (value < min || value > max) {
            throw new ValueException(value + " is outside " + min + " to " + max + ", which " + type + " can hold");
        }
        return value;
    }

    private static long whole(TypedValue<?> value) throws ValueException {
        if (value.getValue() instanceof Boolean b) {
            return b ? 1 : 0;
        }
        Number number = number(value);
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        double d = number.doubleValue();
        if (d != Math.rint(d) || Math.abs(d) >= 0x1p63) {
            throw new ValueException(d + " is no whole number that the channel can hold");
        }
        return (long) d;
    }

    private static float single(TypedValue<?> value) throws ValueException {
        double d = number(value).doubleValue();
        if (!Float.isFinite((float) d)) {
            throw new ValueException(d + " is more than FLOAT32 can hold");
        }
        return (float) d;
    }

    private static Number number(TypedValue<?> value) throws ValueException {
        if (!(value.getValue() instanceof Number number)) {
            throw new ValueException("the channel holds a number, the value is " + value.getType());
        }
        if (!Double.isFinite(number.doubleValue())) {
            throw new ValueException(number + " is no set-point");
        }
        return number;
    }
}
