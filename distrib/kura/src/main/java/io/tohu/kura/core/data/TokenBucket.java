/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Limits a rate: a token comes every period, and no more than a burst of them is kept. */
final class TokenBucket {

    private final long burst;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private long tokens;
    private long lastRefill;

    TokenBucket(DataServiceConfig config, LongSupplier nanoTime) {
        this.burst = config.rate_limit_burst_size();
        this.periodNanos = TimeUnit.valueOf(config.rate_limit_time_unit()).toNanos(1) / config.rate_limit_average();
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.lastRefill = nanoTime.getAsLong();
    }

    /** @return whether there was a token, which is now taken */
    boolean take() {
        long periods = (nanoTime.getAsLong() - lastRefill) / periodNanos;
        if (periods > 0) {
            tokens = Math.max(1, Math.min(burst, tokens + periods));
            lastRefill += periods * periodNanos;
        }
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }

    /** @return nanoseconds until the next token */
    long waitNanos() {
        return Math.max(0, lastRefill + periodNanos - nanoTime.getAsLong());
    }
}
