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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.testing.Configs;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void aBurstGoesAtOnceAndThenOneAPeriod() {
        TokenBucket bucket = bucket(2);

        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
        assertThat(bucket.waitNanos()).isEqualTo(100);

        now.set(100);
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void noMoreThanABurstIsSavedUp() {
        TokenBucket bucket = bucket(2);
        now.set(100_000);

        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    /** One token every 100 ns. */
    private TokenBucket bucket(int burst) {
        return new TokenBucket(
                Configs.of(
                        DataServiceConfig.class,
                        Map.of(
                                "rate.limit.burst.size",
                                burst,
                                "rate.limit.time.unit",
                                "MICROSECONDS",
                                "rate.limit.average",
                                10)),
                now::get);
    }
}
