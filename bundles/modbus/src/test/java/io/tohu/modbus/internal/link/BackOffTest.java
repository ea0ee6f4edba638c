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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration MIN = Duration.ofMillis(100);
    private static final Duration MAX = Duration.ofMillis(500);

    @Test
    void pausesDoubleUpToTheMaximumAndStartSmallAfterASuccess() {
        RandomGenerator never = () -> 0;
        BackOff backOff = new BackOff(MIN, MAX, never);

        assertThat(new long[] {backOff.next(), backOff.next(), backOff.next(), backOff.next(), backOff.next()})
                .containsExactly(100_000_000, 200_000_000, 400_000_000, 500_000_000, 500_000_000);

        backOff.reset();
        assertThat(backOff.next()).isEqualTo(100_000_000);
    }

    @Test
    void gatewaysThatLostTheirDeviceTogetherComeBackApartButNeverEarlierThanHalfThePause() {
        BackOff one = new BackOff(MAX, MAX, new Random(1));
        BackOff other = new BackOff(MAX, MAX, new Random(2));

        for (int i = 0; i < 100; i++) {
            long pause = one.next();
            assertThat(pause).isBetween(MAX.toNanos() / 2, MAX.toNanos()).isNotEqualTo(other.next());
        }
    }
}
