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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CallStatisticsTest {

    private final CallStatistics statistics = new CallStatistics();

    @Test
    void percentilesAreRightToAnEighthOfAnOctave() {
        for (int micros = 1; micros <= 1000; micros++) {
            statistics.succeeded(micros * 1000L);
        }

        assertThat((double) statistics.percentile(0.5)).isCloseTo(500_000, within(0.125 * 500_000));
        assertThat((double) statistics.percentile(0.95)).isCloseTo(950_000, within(0.125 * 950_000));
        assertThat(statistics.successes()).isEqualTo(1000);
    }

    @Test
    void anyDurationHasABucket() {
        statistics.succeeded(0);
        statistics.succeeded(Long.MAX_VALUE);

        assertThat(statistics.percentile(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(statistics.percentile(0.5)).isLessThan(16);
    }

    @Test
    void withoutCallsThereIsNoDuration() {
        statistics.failed();

        assertThat(statistics.percentile(0.95)).isZero();
        assertThat(statistics.failures()).isEqualTo(1);
    }
}
