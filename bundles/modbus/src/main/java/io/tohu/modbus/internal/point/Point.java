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

import io.tohu.modbus.internal.plan.Span;

/**
 * What one channel means on the wire.
 *
 * @param span where it lies, addresses counted from 0
 * @param addressBase what the operator counts from (0 or 1), for messages
 * @param bit which bit of the register, 0 to 15, for {@link PointType#BIT}
 */
public record Point(Span span, int addressBase, PointType type, int bit, RegisterOrder order) {

    public Table table() {
        return span.table();
    }

    public int unit() {
        return span.unit();
    }

    /** Unit, table and address as the operator entered them. */
    public String where() {
        return "unit " + unit() + ", " + table().words() + " " + (span.start() + addressBase)
                + (type == PointType.BIT ? " bit " + bit : "");
    }
}
