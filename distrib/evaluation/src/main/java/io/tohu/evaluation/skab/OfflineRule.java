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

import io.tohu.evaluation.ScoredRun;
import io.tohu.learning.FitOptions;
import java.util.Arrays;

/**
 * The rule behind the published autoencoder figures: a row is anomalous when each of the 59 windows that hold it and end
 * with it or up to 58 rows later is above the limit. Windows lie within the judged rows, so the first and the last 59 of
 * them are never flagged. It looks ahead, so no gateway can run it; it is here for the comparison only.
 */
final class OfflineRule {

    static final int SAMPLES = 60;

    /**
     * Of the 99.9 % quantile of the learning rows' own scores. Published is 4/3; a tenth more stands, on the judged rows, at
     * the false alarm rate of the best published model, so that the missed alarms compare.
     */
    static final double FACTOR = 1.1 * 4 / 3;

    private static final double QUANTILE = 0.999;
    /** The autoencoders judge what they cannot reconstruct: SPE alone. */
    private static final double NO_T2 = 1e9;

    private OfflineRule() {}

    /** About 27 components for 341 windows of 480 values. */
    private static final double EXPLAINED_VARIANCE = 0.45;

    static FitOptions fit() {
        return FitOptions.windows(SAMPLES, 1, 1000)
                .withExplainedVariance(EXPLAINED_VARIANCE)
                .withOperatingMargin(NO_T2)
                .withoutStillness();
    }

    /** @param run scores of windows of {@value #SAMPLES} rows */
    static boolean[] alarms(ScoredRun run) {
        double limit = FACTOR * quantile(run);
        double[] scores = run.scores();
        boolean[] above = new boolean[scores.length];
        for (int end = SAMPLES - 1; end < scores.length; end++) {
            above[end] = Math.sqrt(scores[end]) > limit;
        }
        boolean[] alarms = new boolean[scores.length];
        for (int row = run.run().learnRows() + SAMPLES - 1; row <= alarms.length - SAMPLES; row++) {
            alarms[row] = allAbove(above, row, row + SAMPLES - 2);
        }
        return alarms;
    }

    private static boolean allAbove(boolean[] above, int first, int last) {
        for (int end = first; end <= last; end++) {
            if (!above[end]) {
                return false;
            }
        }
        return true;
    }

    private static double quantile(ScoredRun run) {
        double[] learned = Arrays.stream(run.scores(), SAMPLES - 1, run.run().learnRows())
                .map(Math::sqrt)
                .sorted()
                .toArray();
        return learned[(int) Math.ceil(QUANTILE * (learned.length - 1))];
    }
}
