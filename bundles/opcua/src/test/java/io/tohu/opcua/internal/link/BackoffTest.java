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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesDoubleUpToTheMaximum() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(1000), middle());
        assertThat(new long[] {
                    backoff.nextMillis(),
                    backoff.nextMillis(),
                    backoff.nextMillis(),
                    backoff.nextMillis(),
                    backoff.nextMillis(),
                    backoff.nextMillis()
                })
                .containsExactly(100, 200, 400, 800, 1000, 1000);
    }

    @Test
    void afterASuccessPausesBeginAgain() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(1000), middle());
        backoff.nextMillis();
        backoff.nextMillis();
        backoff.reset();
        assertThat(backoff.nextMillis()).isEqualTo(100);
    }

    @Test
    void gatewaysThatLostTheSameServerDoNotReturnInStep() {
        Random random = new Random(1);
        long distinct = LongStream.range(0, 50)
                .map(i -> new Backoff(Duration.ofMillis(1000), Duration.ofMillis(9000), random).nextMillis())
                .peek(pause -> assertThat(pause).isBetween(750L, 1250L))
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(40);
    }

    @Test
    void aMaximumBelowTheMinimumDoesNotMakeATightLoop() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ZERO, middle());
        assertThat(backoff.nextMillis()).isEqualTo(500);
        assertThat(backoff.nextMillis()).isEqualTo(500);
    }

    private static RandomGenerator middle() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
    }
}
