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
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void ratesAreThoseOfTheLeaderboard() {
        Confusion confusion = new Confusion(6, 2, 4, 8);

        assertThat(confusion.f1()).isEqualTo(6 / (6 + (2 + 4) / 2.0));
        assertThat(confusion.far()).isEqualTo(0.2);
        assertThat(confusion.mar()).isEqualTo(0.4);
        assertThat(confusion.balancedAccuracy()).isEqualTo(0.7, within(1e-12));
    }

    @Test
    void aPartWithoutHealthyRowsHasNoFalseAlarm() {
        assertThat(new Confusion(3, 0, 0, 0).far()).isZero();
    }

    @Test
    void learningRowsAreNotCounted() {
        boolean[] alarms = {true, true, true, false};
        boolean[] anomalous = {false, false, true, true};

        assertThat(Confusion.of(alarms, anomalous, 2)).isEqualTo(new Confusion(1, 0, 1, 0));
    }

    @Test
    void theDelayOfARunBeginsWithItsFirstAnomalousRow() {
        boolean[] anomalous = {false, false, true, true, true, false};
        LabelledRun run = new LabelledRun("run", new double[6][1], anomalous, 1);

        assertThat(run.delay(new boolean[] {true, true, false, false, true, false}))
                .isEqualTo(2);
        assertThat(run.delay(new boolean[] {true, true, false, false, false, true}))
                .isEqualTo(-1);
    }

    @Test
    void theMedianDelayLeavesOutRunsThatWereMissed() {
        boolean[] anomalous = {false, true, true, true};
        LabelledRun run = new LabelledRun("run", new double[4][1], anomalous, 1);

        Judged judged = Judged.of(
                List.of(run, run, run), List.of(new boolean[] {false, true, true, true}, new boolean[4], new boolean[] {
                    false, false, false, true
                }));

        assertThat(judged.detected()).isEqualTo(2);
        assertThat(judged.medianDelay()).isEqualTo(1);
        assertThat(judged.confusion().rows()).isEqualTo(9);
    }
}
