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

import java.util.Locale;

/**
 * How alarms met a recording's labels, row by row: F1 = TP/(TP + (FP+FN)/2), false-alarm rate FP/(FP+TN), missed-alarm
 * rate FN/(FN+TP).
 */
final class LabelScore {

    private int truePositives;
    private int falsePositives;
    private int trueNegatives;
    private int falseNegatives;
    private int firstAnomalousRow = -1;
    private int firstHitRow = -1;

    /** Counts one scored row; rows come in order. */
    void add(int row, boolean anomalous, boolean alarm) {
        if (anomalous && firstAnomalousRow < 0) {
            firstAnomalousRow = row;
        }
        if (anomalous && alarm && firstHitRow < 0) {
            firstHitRow = row;
        }
        if (anomalous) {
            truePositives += alarm ? 1 : 0;
            falseNegatives += alarm ? 0 : 1;
        } else {
            falsePositives += alarm ? 1 : 0;
            trueNegatives += alarm ? 0 : 1;
        }
    }

    int rows() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /** Whether an anomaly that was scored was met by an alarm. */
    boolean detected() {
        return firstHitRow >= 0;
    }

    /** Whether any scored row is labelled anomalous. */
    boolean hasAnomaly() {
        return firstAnomalousRow >= 0;
    }

    /** Rows from the first anomalous one to the first alarm within the anomaly. */
    int delayRows() {
        return firstHitRow - firstAnomalousRow;
    }

    double f1() {
        return ratio(truePositives, truePositives + (falsePositives + falseNegatives) / 2.0);
    }

    double falseAlarmRate() {
        return ratio(falsePositives, falsePositives + trueNegatives);
    }

    double missedAlarmRate() {
        return ratio(falseNegatives, falseNegatives + truePositives);
    }

    /** 0 of nothing is 0: a part without healthy rows has no false alarm. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.2f, false alarms %.1f %%, missed %.1f %% of %d rows",
                f1(),
                100 * falseAlarmRate(),
                100 * missedAlarmRate(),
                rows());
    }
}
