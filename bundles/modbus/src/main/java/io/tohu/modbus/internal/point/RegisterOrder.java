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

/**
 * Where a device puts the bytes of a value that is wider than a byte. Modbus itself fixes only that the high byte of a
 * register travels first; vendors differ in the rest. With A as the most significant byte of a 32-bit value:
 *
 * @param littleBytes the low byte of each register first (BADC)
 * @param littleWords the register with the least significant part first (CDAB; both: DCBA)
 */
public record RegisterOrder(boolean littleBytes, boolean littleWords) {

    public static final RegisterOrder BIG = new RegisterOrder(false, false);
}
