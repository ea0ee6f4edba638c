/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelScoreTest {

    private final LabelScore score = new LabelScore();

    private void add(int firstRow, boolean anomalous, boolean... alarms) {
        for (int i = 0; i < alarms.length; i++) {
            score.add(firstRow + i, anomalous, alarms[i]);
        }
    }

    @Test
    void ratesAreThoseOfTheFormulas() {
        add(0, false, false, true, false, false);
        add(4, true, false, true, true);

        assertThat(score.rows()).isEqualTo(7);
        assertThat(score.f1()).isCloseTo(2 / (2 + (1 + 1) / 2.0), within(1e-12));
        assertThat(score.falseAlarmRate()).isEqualTo(0.25);
        assertThat(score.missedAlarmRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score.delayRows()).isEqualTo(1);
    }

    @Test
    void anAlarmBeforeTheAnomalyIsNoDetection() {
        add(0, false, true);
        add(1, true, false, false);

        assertThat(score.hasAnomaly()).isTrue();
        assertThat(score.detected()).isFalse();
    }

    @Test
    void aPartWithoutHealthyRowsHasNoFalseAlarms() {
        add(0, true, true);

        assertThat(score.falseAlarmRate()).isZero();
        assertThat(score.toString()).isEqualTo("F1 1.00, false alarms 0.0 %, missed 0.0 % of 1 rows");
    }
}
