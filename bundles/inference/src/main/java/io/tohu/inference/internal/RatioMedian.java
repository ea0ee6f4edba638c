/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

/** Median of scores in parts of their limit, from a histogram of fixed size: right to 0.01 up to four limits. */
final class RatioMedian {

    private static final int PER_LIMIT = 100;
    private static final int BINS = 4 * PER_LIMIT + 1;

    private final long[] bins = new long[BINS];
    private long count;

    void add(double ratio) {
        // What is beyond, a limit of zero included, is as far as the histogram goes.
        int bin = ratio > 0 ? (int) Math.min(BINS - 1, ratio * PER_LIMIT) : 0;
        bins[bin]++;
        count++;
    }

    double median() {
        long seen = 0;
        for (int i = 0; i < BINS; i++) {
            seen += bins[i];
            if (2 * seen >= count && seen > 0) {
                return (double) i / PER_LIMIT;
            }
        }
        return 0;
    }
}
