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

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts and durations of a model's calls. Durations are kept in buckets of an eighth of an octave, so that a
 * percentile is right to 9 %; memory does not grow. Safe for use by several threads.
 */
final class CallStatistics {

    private static final int PER_OCTAVE = 8;
    private static final int SHIFT = 3;

    private final AtomicLongArray buckets = new AtomicLongArray(64 * PER_OCTAVE);
    private final LongAdder failures = new LongAdder();

    void succeeded(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(PER_OCTAVE, nanos)));
    }

    void failed() {
        failures.increment();
    }

    long failures() {
        return failures.sum();
    }

    long successes() {
        long calls = 0;
        for (int i = 0; i < buckets.length(); i++) {
            calls += buckets.get(i);
        }
        return calls;
    }

    /**
     * Duration in ns that a share of the successful calls stayed within, 0 before the first call.
     *
     * @param share above 0, at most 1
     */
    long percentile(double share) {
        long rank = (long) Math.ceil(share * successes());
        long seen = 0;
        for (int i = 0; i < buckets.length(); i++) {
            seen += buckets.get(i);
            if (seen >= rank && seen > 0) {
                return upperEdge(i);
            }
        }
        return 0;
    }

    /** Octave and the three bits below the leading one. */
    private static int bucket(long nanos) {
        int octave = 63 - Long.numberOfLeadingZeros(nanos);
        return octave * PER_OCTAVE + (int) (nanos >>> octave - SHIFT & PER_OCTAVE - 1);
    }

    private static long upperEdge(int bucket) {
        int octave = bucket / PER_OCTAVE;
        return (PER_OCTAVE + bucket % PER_OCTAVE + 1L << octave - SHIFT) - 1;
    }
}
