/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between tries to connect: doubled from the minimum to the maximum, each varied by up to a quarter so
 * that many gateways do not meet a restarted server in the same instant. Not thread-safe.
 */
public final class Backoff {

    private final long minMillis;
    private final long maxMillis;
    private final RandomGenerator random;
    private long baseMillis;

    /**
     * @param min first waiting time, at least 1 ms
     * @param max longest waiting time; taken as {@code min} when smaller
     */
    public Backoff(Duration min, Duration max, RandomGenerator random) {
        this.minMillis = Math.max(1, min.toMillis());
        this.maxMillis = Math.max(minMillis, max.toMillis());
        this.random = random;
        this.baseMillis = minMillis;
    }

    /** The next waiting time in milliseconds: 0.75 to 1.25 of the current step, never more than the maximum. */
    public long nextMillis() {
        long varied = Math.round(baseMillis * (0.75 + random.nextDouble() / 2));
        baseMillis = Math.min(maxMillis, baseMillis * 2);
        return Math.max(1, Math.min(maxMillis, varied));
    }

    /** Starts from the minimum again. */
    public void reset() {
        baseMillis = minMillis;
    }

    /** The longest waiting time in milliseconds. */
    public long maxMillis() {
        return maxMillis;
    }
}
