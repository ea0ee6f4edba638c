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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Registers, as bytes in the order they travel, to and from numbers and text. */
public final class RegisterCodec {

    private RegisterCodec() {}

    /** The bits of {@code count} registers (1 to 4) as one number, most significant first, not sign-extended. */
    public static long bits(byte[] data, int offset, int count, RegisterOrder order) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int at = offset + 2 * (order.littleWords() ? count - 1 - i : i);
            int first = data[at] & 0xFF;
            int second = data[at + 1] & 0xFF;
            value = value << 16 | (order.littleBytes() ? second << 8 | first : first << 8 | second);
        }
        return value;
    }

    /** The inverse of {@link #bits}. */
    public static byte[] registers(long bits, int count, RegisterOrder order) {
        byte[] data = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            int at = 2 * (order.littleWords() ? count - 1 - i : i);
            int register = (int) (bits >>> 16 * (count - 1 - i)) & 0xFFFF;
            data[at] = (byte) (order.littleBytes() ? register : register >> 8);
            data[at + 1] = (byte) (order.littleBytes() ? register >> 8 : register);
        }
        return data;
    }

    /** @throws ValueException when a nibble is no decimal digit */
    public static long fromBcd(long bits, int digits) throws ValueException {
        long value = 0;
        for (int i = digits - 1; i >= 0; i--) {
            long digit = bits >>> 4 * i & 0xF;
            if (digit > 9) {
                throw new ValueException(
                        ("0x%0" + digits + "X is no BCD number: is the data.type right?").formatted(bits));
            }
            value = 10 * value + digit;
        }
        return value;
    }

    public static long toBcd(long value, int digits) {
        long bits = 0;
        long rest = value;
        for (int i = 0; i < digits; i++) {
            bits |= rest % 10 << 4 * i;
            rest /= 10;
        }
        return bits;
    }

    /** Text up to the first NUL, without the blanks that pad it. Word order has no meaning for text. */
    public static String text(byte[] data, int offset, int registers, RegisterOrder order) {
        byte[] bytes = Arrays.copyOfRange(data, offset, offset + 2 * registers);
        if (order.littleBytes()) {
            swapBytes(bytes);
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** @throws ValueException when the text is too long or has characters outside ISO 8859-1 */
    public static byte[] fromText(String text, int registers, RegisterOrder order) throws ValueException {
        if (text.length() > 2 * registers) {
            throw new ValueException("the text has " + text.length() + " characters, the channel holds " + 2 * registers
                    + ": shorten it or raise string.length");
        }
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            throw new ValueException("the text has characters outside ISO 8859-1, which a device cannot show");
        }
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 2 * registers);
        if (order.littleBytes()) {
            swapBytes(bytes);
        }
        return bytes;
    }

    private static void swapBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i += 2) {
            byte first = bytes[i];
            bytes[i] = bytes[i + 1];
            bytes[i + 1] = first;
        }
    }
}
