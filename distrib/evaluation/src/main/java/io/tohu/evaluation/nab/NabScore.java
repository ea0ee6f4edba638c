/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.nab;

import java.util.List;

/**
 * The Numenta Anomaly Benchmark's score with its standard profile (Lavin and Ahmad, Evaluating real-time anomaly detection
 * algorithms, ICMLA 2015): the first detection in a window earns up to 1, the earlier the more; a detection outside costs
 * up to 0.11, the farther behind a window the more; a missed window costs 1. Normalized so that 0 is a detector that never
 * speaks and 100 a perfect one.
 */
final class NabScore {

    private static final double FALSE_POSITIVE_WEIGHT = 0.11;
    private static final double STEEPNESS = 5;
    /** The sigmoid at the very beginning of a window, what a perfect detector earns. */
    private static final double PERFECT = sigmoid(-1);

    private NabScore() {}

    /**
     * A labelled anomaly.
     *
     * @param first its first row
     * @param last its last row
     */
    record Window(int first, int last) {

        boolean holds(int row) {
            return row >= first && row <= last;
        }
    }

    /**
     * @param detections rows of detections, ascending; those of the learning rows left out
     * @param windows labelled anomalies, ascending and apart
     */
    static double of(List<Integer> detections, List<Window> windows) {
        double score = 0;
        for (Window window : windows) {
            score += detections.stream()
                    .filter(window::holds)
                    .findFirst()
                    .map(row -> sigmoid((row - window.last() - 1) / (double) (window.last() - window.first() + 1))
                            / PERFECT)
                    .orElse(-1.0);
        }
        for (int row : detections) {
            if (windows.stream().noneMatch(window -> window.holds(row))) {
                score += FALSE_POSITIVE_WEIGHT * outside(row, windows);
            }
        }
        double silent = -windows.size();
        return 100 * (score - silent) / (windows.size() - silent);
    }

    /** -1 far from any window or before the first one, towards 0 close behind one. */
    private static double outside(int row, List<Window> windows) {
        Window before = null;
        for (Window window : windows) {
            if (window.last() < row) {
                before = window;
            }
        }
        if (before == null) {
            return -1;
        }
        double behind = (row - before.last()) / (double) (before.last() - before.first());
        return behind > 3 ? -1 : sigmoid(behind);
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }
}
