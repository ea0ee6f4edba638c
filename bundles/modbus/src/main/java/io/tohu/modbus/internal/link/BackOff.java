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

    private long min;
    private long max;
    private final RandomGenerator random;
    private long next;

    public BackOff(Duration min, Duration max, RandomGenerator random) {
        this.random = random;
        between(min, max);
        this.next = this.min;
    }

    /** Other limits, for the pauses to come. */
    public synchronized void between(Duration shortest, Duration longest) {
        min = shortest.toNanos();
        max = Math.max(min, longest.toNanos());
        next = Math.max(min, Math.min(max, next));
    }

    /** The pause before the next attempt, in nanoseconds. */
    public synchronized long next() {
        long pause = next;
        next = Math.min(max, 2 * pause);
        return pause - (long) (random.nextDouble() * pause / 2);
    }

    /** After a success: start small again. */
    public synchronized void reset() {
        next = min;
    }
}
