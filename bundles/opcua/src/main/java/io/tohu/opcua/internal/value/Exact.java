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

import java.math.BigDecimal;
import java.math.BigInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;

/** Numbers to narrower numbers without changing what they say: out of range and lost fractions are errors. */
final class Exact {

    private Exact() {}

    /** A whole number within the limits. */
    static long integer(Number value, long min, long max, String type) throws ConversionException {
        long whole;
        if (value instanceof Double || value instanceof Float) {
            double d = value.doubleValue();
            if (d != Math.rint(d) || Double.isInfinite(d)) {
                throw new ConversionException(
                        "the value " + value + " is not a whole number, which " + type + " needs");
            }
            // 2^63 as a double is one above Long.MAX_VALUE, to which the cast would clamp it.
            if (d < -0x1p63 || d >= 0x1p63) {
                throw outOfRange(value, type);
            }
            whole = (long) d;
        } else if (value instanceof BigDecimal decimal) {
            whole = ofDecimal(decimal, type);
        } else {
            whole = value.longValue();
            if (value instanceof ULong && whole < 0) {
                throw outOfRange(value, type);
            }
        }
        if (whole < min || whole > max) {
            throw outOfRange(value, type);
        }
        return whole;
    }

    /** A number as a float, rounded to the nearest one as the type does; finite values stay finite. */
    static float toFloat(Number value) throws ConversionException {
        double wide = value.doubleValue();
        float narrow = (float) wide;
        if (Float.isInfinite(narrow) && !Double.isInfinite(wide)) {
            throw outOfRange(value, "FLOAT");
        }
        return narrow;
    }

    /** A whole number from 0 to 2^64-1. */
    static ULong unsignedLong(Number value) throws ConversionException {
        if (value instanceof ULong already) {
            return already;
        }
        if (value instanceof Long || value instanceof Integer) {
            return ULong.valueOf(integer(value, 0, Long.MAX_VALUE, "UInt64"));
        }
        BigDecimal decimal = value instanceof BigDecimal d ? d : finite(value.doubleValue());
        try {
            BigInteger whole = decimal.toBigIntegerExact();
            if (whole.signum() >= 0 && whole.bitLength() <= 64) {
                return ULong.valueOf(whole);
            }
        } catch (ArithmeticException e) {
            throw new ConversionException("the value " + value + " is not a whole number, which UInt64 needs");
        }
        throw outOfRange(value, "UInt64");
    }

    static ConversionException outOfRange(Object value, String type) {
        return new ConversionException("the value " + value + " is out of the range of " + type);
    }

    private static BigDecimal finite(double value) throws ConversionException {
        if (!Double.isFinite(value)) {
            throw outOfRange(value, "UInt64");
        }
        return new BigDecimal(value);
    }

    private static long ofDecimal(BigDecimal value, String type) throws ConversionException {
        try {
            BigInteger whole = value.toBigIntegerExact();
            if (whole.bitLength() <= 63) {
                return whole.longValue();
            }
        } catch (ArithmeticException e) {
            throw new ConversionException("the value " + value + " is not a whole number, which " + type + " needs");
        }
        throw outOfRange(value, type);
    }
}
