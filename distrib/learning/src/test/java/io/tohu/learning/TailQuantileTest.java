/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailQuantileTest {

    @Test
    void withEnoughDataItIsTheEmpiricalQuantile() {
        double[] sample = new double[1001];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = 1000 - i;
        }

        assertThat(TailQuantile.of(sample, 0.1)).isCloseTo(900, within(1e-9));
    }

    @Test
    void beyondTheDataItFollowsTheExponentialTail() {
        Random random = new Random(3);
        double[] sample = new double[5000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = -Math.log(random.nextDouble());
        }

        // The exponential distribution's own quantile: ln(100,000).
        assertThat(TailQuantile.of(sample, 1e-5)).isCloseTo(Math.log(1e5), within(0.6));
    }

    @Test
    void itIsNeverBelowTheEmpiricalQuantile() {
        double[] sample = {1, 1, 1, 1, 1, 1, 1, 1, 1, 50};

        assertThat(TailQuantile.of(sample, 0.01)).isGreaterThan(45);
    }
}
