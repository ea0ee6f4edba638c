/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import java.time.Instant;
import java.util.List;

/**
 * All values at one instant, in the order of the machine's tags. A client that reads several tags at once sees one frame.
 *
 * @param time when the frame was made
 * @param cells one for each tag
 */
public record Frame(Instant time, List<Cell> cells) {

    /**
     * @param value of the type that the tag's kind says, null while there is none
     * @param time since when the value is valid
     */
    public record Cell(Object value, Instant time) {}

    public Frame {
        cells = List.copyOf(cells);
    }

    public Cell cell(int tag) {
        return cells.get(tag);
    }

    /** The number in a cell, NaN where there is none. */
    public double number(int tag) {
        return cells.get(tag).value() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
