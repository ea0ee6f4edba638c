/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.util.Arrays;

/** How long the last calls took, for a median and a 99th percentile. */
final class Latencies {

    private final long[] nanos = new long[1024];
    private int count;

    synchronized void add(long duration) {
        nanos[count++ % nanos.length] = duration;
        if (count == 2 * nanos.length) {
            count = nanos.length;
        }
    }

    /** Microseconds of a share of the calls, 0 when there were none. */
    synchronized long micros(double share) {
        int known = Math.min(count, nanos.length);
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return known == 0 ? 0 : sorted[(int) Math.min(known - 1, Math.floor(share * known))] / 1000;
    }
}
