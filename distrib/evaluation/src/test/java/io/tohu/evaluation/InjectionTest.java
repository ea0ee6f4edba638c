/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InjectionTest {

    private final double[][] healthy = healthy();

    @Test
    void rowsBeforeTheFaultAndTheOriginalStayAsTheyWere() {
        double[][] before = healthy();
        LabelledRun run = new Injection(7).into("run", healthy, 100, 150, 200);

        assertThat(healthy).isDeepEqualTo(before);
        for (int row = 0; row < 150; row++) {
            assertThat(run.rows()[row]).isEqualTo(healthy[row]);
        }
    }

    @Test
    void theFaultIsLabelledFromItsBeginToItsEndAndGoneHalfAMinuteLater() {
        for (long seed = 0; seed < 20; seed++) {
            LabelledRun run = new Injection(seed).into("run", healthy, 100, 150, 200);

            assertThat(run.anomalous()[149]).isFalse();
            assertThat(run.anomalous()[150]).isTrue();
            assertThat(run.anomalous()[199]).isTrue();
            assertThat(run.anomalous()[200]).isFalse();
            assertThat(Arrays.deepEquals(run.rows(), healthy)).isFalse();
            assertThat(run.rows()[235]).isEqualTo(healthy[235]);
        }
    }

    @Test
    void theSameSeedInjectsTheSameFault() {
        assertThat(new Injection(3).into("run", healthy, 100, 150, 200).rows())
                .isDeepEqualTo(
                        new Injection(3).into("run", healthy, 100, 150, 200).rows());
    }

    private static double[][] healthy() {
        Random random = new Random(1);
        double[][] rows = new double[240][3];
        for (double[] row : rows) {
            for (int channel = 0; channel < row.length; channel++) {
                row[channel] = random.nextGaussian();
            }
        }
        return rows;
    }
}
