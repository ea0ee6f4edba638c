/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between attempts, each doubled up to a maximum and shortened at random by up to a half, so that
 * gateways which lost the same device at the same moment do not come back at the same moment.
 */
public final class BackOff {

    private final long min;
    private final long max;
    private final RandomGenerator random;
    private long next;

    public BackOff(Duration min, Duration max, RandomGenerator random) {
        this.min = min.toNanos();
        this.max = Math.max(min.toNanos(), max.toNanos());
        this.random = random;
        this.next = this.min;
    }

    /** The pause before the next attempt, in nanoseconds. */
    public long next() {
        long pause = next;
        next = Math.min(max, 2 * pause);
        return pause - (long) (random.nextDouble() * pause / 2);
    }

    /** After a success: start small again. */
    public void reset() {
        next = min;
    }
}
