/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.skab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.evaluation.LabelledRun;
import io.tohu.evaluation.ScoredRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OfflineRuleTest {

    private static final int ROWS = 800;

    @Test
    void aRowIsAnomalousOnlyWhenEveryWindowThatHoldsItIsAbove() {
        boolean[] alarms = alarms(500, 600);

        // Windows that end with rows 450 to 550 are above: row 450 is held by those up to 508, row 492 by those up to
        // 550.
        assertThat(alarms[499]).isFalse();
        assertThat(alarms[500]).isTrue();
        assertThat(alarms[542]).isTrue();
        assertThat(alarms[543]).isFalse();
    }

    @Test
    void aShortFaultIsLostToTheRule() {
        assertThat(alarms(500, 550)).doesNotContain(true);
    }

    @Test
    void theEndsOfARunAreNeverFlagged() {
        boolean[] alarms = alarms(400, ROWS - 1);

        assertThat(alarms[458]).isFalse();
        assertThat(alarms[459]).isTrue();
        assertThat(alarms[740]).isTrue();
        assertThat(alarms[741]).isFalse();
    }

    private static boolean[] alarms(int firstAbove, int lastAbove) {
        double[] scores = new double[ROWS];
        Arrays.fill(scores, 1);
        Arrays.fill(scores, 0, OfflineRule.SAMPLES - 1, Double.NaN);
        Arrays.fill(scores, firstAbove, lastAbove + 1, 3);
        return OfflineRule.alarms(
                new ScoredRun(new LabelledRun("run", new double[ROWS][1], new boolean[ROWS], 400), scores));
    }
}
