/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import java.util.Arrays;

/** Percentiles of a set of measurements, by the nearest-rank method: each one is a value that was seen. */
public final class Percentiles {

    private final double[] sorted;

    /**
     * @param values at least one
     */
    public Percentiles(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no percentiles of nothing");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The smallest value that at least {@code percent} of the values do not exceed; percent above 0, at most 100. */
    public double at(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile lies above 0 and at most at 100, not at " + percent);
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    /** The mean of the two middle values where their number is even. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public int size() {
        return sorted.length;
    }
}
