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

/** The four address spaces of a Modbus device; each counts its cells from 0 on the wire. */
public enum Table {
    COIL("coil", true, true),
    DISCRETE_INPUT("discrete input", true, false),
    HOLDING_REGISTER("holding register", false, true),
    INPUT_REGISTER("input register", false, false);

    private final String words;
    private final boolean bits;
    private final boolean writable;

    Table(String words, boolean bits, boolean writable) {
        this.words = words;
        this.bits = bits;
        this.writable = writable;
    }

    /** The name an operator knows, in the singular. */
    public String words() {
        return words;
    }

    /** Whether a cell is one bit; otherwise it is a register of 16 bits. */
    public boolean bits() {
        return bits;
    }

    public boolean writable() {
        return writable;
    }
}
