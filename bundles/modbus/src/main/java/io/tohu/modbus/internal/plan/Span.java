/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.plan;

import io.tohu.modbus.internal.point.Table;

/**
 * Neighbouring cells (bits or registers) of one table of one unit that belong together.
 *
 * @param start first cell, counted from 0
 * @param length number of cells, at least 1
 */
public record Span(int unit, Table table, int start, int length) {

    /** One past the last cell. */
    public int end() {
        return start + length;
    }

    boolean sameTable(Span other) {
        return unit == other.unit && table == other.table;
    }
}
