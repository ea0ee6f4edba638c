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

import java.util.Arrays;
import java.util.List;

/**
 * What a rule did on several runs.
 *
 * @param confusion counts over all rows that were judged
 * @param medianDelay median over the runs that were detected, in rows; NaN when none was
 * @param detected runs whose anomaly met an alarm
 * @param runs runs in all
 */
public record Judged(Confusion confusion, double medianDelay, int detected, int runs) {

    /** @param alarms what the rule said of each row of each run */
    public static Judged of(List<LabelledRun> runs, List<boolean[]> alarms) {
        Confusion sum = Confusion.NOTHING;
        int[] delays = new int[runs.size()];
        int detected = 0;
        for (int i = 0; i < runs.size(); i++) {
            LabelledRun run = runs.get(i);
            sum = sum.plus(Confusion.of(alarms.get(i), run.anomalous(), run.learnRows()));
            int delay = run.delay(alarms.get(i));
            if (delay >= 0) {
                delays[detected++] = delay;
            }
        }
        int[] sorted = Arrays.copyOf(delays, detected);
        Arrays.sort(sorted);
        double median = detected == 0 ? Double.NaN : (sorted[(detected - 1) / 2] + sorted[detected / 2]) / 2.0;
        return new Judged(sum, median, detected, runs.size());
    }
}
