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

/** How the registers of a channel are to be understood. */
public enum PointType {
    /** A coil or discrete input; of a register: anything but 0. */
    BOOL(1),
    /** One bit of a register, counted from the least significant. */
    BIT(1),
    INT16(1),
    UINT16(1),
    INT32(2),
    UINT32(2),
    INT64(4),
    UINT64(4),
    FLOAT32(2),
    FLOAT64(4),
    /** Four decimal digits, one a nibble. */
    BCD16(1),
    /** Eight decimal digits, one a nibble. */
    BCD32(2),
    /** Two ISO 8859-1 characters a register, ended by NUL or by the channel's length. */
    STRING(0);

    private final int registers;

    PointType(int registers) {
        this.registers = registers;
    }

    /** Registers that one value takes; 0 where the channel itself says it. */
    public int registers() {
        return registers;
    }

    public boolean floating() {
        return this == FLOAT32 || this == FLOAT64;
    }
}
