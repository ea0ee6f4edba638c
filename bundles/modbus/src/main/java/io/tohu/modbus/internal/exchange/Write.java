/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointType;

/**
 * One value to be written.
 *
 * @param cells registers as they travel; for a bit, in whatever table, one byte of 0 or 1
 */
public record Write(Point point, byte[] cells) {

    boolean bit() {
        return cells[0] != 0;
    }

    /** Whether both can go in one request, this one first. */
    boolean joins(Write next) {
        return point.type() != PointType.BIT
                && next.point.type() != PointType.BIT
                && point.unit() == next.point.unit()
                && point.table() == next.point.table()
                && point.span().end() == next.point.span().start();
    }
}
