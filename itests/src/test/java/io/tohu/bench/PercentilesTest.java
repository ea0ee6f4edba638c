/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void aPercentileIsAValueThatWasSeenInWhateverOrderTheyCame() {
        double[] values =
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
        Percentiles percentiles = new Percentiles(values);
        assertThat(percentiles.at(50)).isEqualTo(100);
        assertThat(percentiles.at(95)).isEqualTo(190);
        assertThat(percentiles.at(99)).isEqualTo(198);
        assertThat(percentiles.at(100)).isEqualTo(200);
    }

    @Test
    void aFewValuesHaveTheirLargestAsHighPercentile() {
        assertThat(new Percentiles(new double[] {3, 1, 2}).at(99)).isEqualTo(3);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleOnes() {
        assertThat(new Percentiles(new double[] {4, 1, 2, 100}).median()).isEqualTo(3);
        assertThat(new Percentiles(new double[] {9, 1, 2}).median()).isEqualTo(2);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThatThrownBy(() -> new Percentiles(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Percentiles(new double[] {1}).at(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
