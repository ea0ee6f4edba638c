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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicPcaTest {

    private static final FitOptions WINDOWS = FitOptions.windows(10, 5, 100);

    @Test
    void healthyDataOfAnotherDayStaysBelowTheLimit() throws LearningException {
        DynamicPca model = Machine.model();
        double[][] other = Machine.healthy(2, 20_000);

        int above = 0;
        for (int begin = 0; begin + 10 <= other.length; begin += 5) {
            above += model.score(other, begin).score() > model.limit() ? 1 : 0;
        }

        // 4,000 windows at a rate of 1 in 10,000.
        assertThat(above).isLessThanOrEqualTo(4);
    }

    @Test
    void aChannelThatLeavesTheOthersScoresAboveTheLimitAndIsNamed() throws LearningException {
        DynamicPca model = Machine.model();
        double[][] rows = Machine.healthy(3, 10);
        for (double[] row : rows) {
            row[1] += 8;
        }

        WindowScore score = model.score(rows, 0);

        assertThat(score.score()).isGreaterThan(2 * model.limit());
        assertThat(score.contributions()[1]).isGreaterThan(0.5);
        assertThat(score.contributions()[0] + score.contributions()[1] + score.contributions()[2])
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aLoadThatWasNeverSeenScoresByHotellingEvenWhereAllChannelsAgree() throws LearningException {
        DynamicPca model = Machine.model();
        double[][] rows = Machine.healthy(4, 10);
        for (double[] row : rows) {
            row[0] += 100;
            row[1] += 40;
            row[2] += 10;
        }

        assertThat(model.score(rows, 0).t2()).isGreaterThan(2 * model.t2Limit());
    }

    @Test
    void aSensorThatSticksIsNoticedByItsMissingNoise() throws LearningException {
        DynamicPca model = Machine.model();
        double[][] rows = Machine.healthy(5, 10);
        for (double[] row : rows) {
            row[2] = rows[0][2];
        }

        WindowScore score = model.score(rows, 0);

        assertThat(score.score()).isGreaterThan(2 * model.limit());
        assertThat(score.contributions()[2]).isGreaterThan(0.9);
    }

    /** Two uncorrelated channels of windows of one sample: T² and SPE by hand. */
    @Test
    void statisticsOfOneSampleWindowsAreThoseOfTextbookPca() {
        List<double[]> windows =
                List.of(new double[] {3, 1}, new double[] {-3, 1}, new double[] {3, -1}, new double[] {-3, -1});
        WindowPca pca = WindowPca.fit(windows, 1, 2, 0.4);

        // Scaled to variance 1 each, covariance 4/3 on the diagonal; one component is kept, along one of the channels.
        double[] statistics = pca.statistics(new double[] {6, 3});

        assertThat(pca.variances).hasSize(1);
        assertThat(pca.variances[0]).isCloseTo(4.0 / 3, within(1e-12));
        boolean first = Math.abs(pca.loadings[0][0]) > 0.5;
        assertThat(statistics[0]).isCloseTo(first ? 4 * 0.75 : 9 * 0.75, within(1e-9));
        assertThat(statistics[1]).isCloseTo(first ? 9 : 4, within(1e-9));
    }

    @Test
    void windowsNeverReachFromOneRunIntoTheNext() throws LearningException {
        double[][] low = Machine.healthy(6, 500);
        double[][] high = Machine.healthy(7, 500);
        for (double[] row : high) {
            row[0] += 400;
            row[1] += 160;
            row[2] += 40;
        }
        DynamicPca model = DynamicPca.fit(Machine.CHANNELS, Machine.UNITS, List.of(low, high), WINDOWS);
        double[][] jump = Machine.healthy(8, 10);
        for (int i = 5; i < 10; i++) {
            jump[i][0] += 400;
            jump[i][1] += 160;
            jump[i][2] += 40;
        }

        assertThat(model.score(jump, 0).score())
                .as("no healthy window jumped, so a jump is an anomaly")
                .isGreaterThan(model.limit());
    }

    @Test
    void theSameDataGiveTheSameModel() throws LearningException {
        double[][] rows = Machine.healthy(9, 10);

        assertThat(Machine.model().score(rows, 0).score())
                .isEqualTo(Machine.model().score(rows, 0).score());
    }

    @Test
    void dataThatAreTooShortAreRefusedWithTheLengthThatWouldDo() {
        assertThatThrownBy(() -> DynamicPca.fit(Machine.CHANNELS, Machine.UNITS, Machine.healthy(1, 49), WINDOWS))
                .isInstanceOf(LearningException.class)
                .hasMessage("the healthy data have 49 rows in runs of at least 10; windows of 10 samples need 50 rows"
                        + " or more");
    }

    @Test
    void aConstantChannelIsRefusedByName() {
        double[][] rows = Machine.healthy(1, 500);
        for (double[] row : rows) {
            row[2] = 7;
        }

        assertThatThrownBy(() -> DynamicPca.fit(Machine.CHANNELS, Machine.UNITS, rows, WINDOWS))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("[current] never change");
    }

    @Test
    void aValueThatIsNotFiniteIsRefusedWithItsPlace() {
        double[][] rows = Machine.healthy(1, 500);
        rows[17][1] = Double.NaN;

        assertThatThrownBy(() -> DynamicPca.fit(Machine.CHANNELS, Machine.UNITS, rows, WINDOWS))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("channel flow is NaN in row 17 of run 0");
    }

    @Test
    void aRaggedRowIsRefusedWithItsPlace() {
        double[][] rows = Machine.healthy(1, 500);
        rows[3] = new double[] {1, 2};

        assertThatThrownBy(() -> DynamicPca.fit(Machine.CHANNELS, Machine.UNITS, rows, WINDOWS))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("row 3 of run 0 has 2 values");
    }
}
