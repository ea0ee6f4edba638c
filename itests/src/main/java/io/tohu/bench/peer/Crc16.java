/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

/** The checksum of Modbus over serial lines: CRC-16 with polynomial 0xA001, reflected, from 0xFFFF. */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xa001;

    private Crc16() {}

    /** Of the first bytes; the low byte goes first on the line. */
    public static int of(byte[] bytes, int length) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
