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

import java.util.Locale;

/**
 * Rows by what they are and what was said of them.
 *
 * @param truePositives anomalous rows in alarm
 * @param falsePositives healthy rows in alarm
 * @param falseNegatives anomalous rows without alarm
 * @param trueNegatives healthy rows without alarm
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    public static final Confusion NOTHING = new Confusion(0, 0, 0, 0);

    /** Counts rows from {@code begin} on. */
    public static Confusion of(boolean[] alarms, boolean[] anomalous, int begin) {
        Confusion counted = NOTHING;
        for (int row = begin; row < anomalous.length; row++) {
            counted = counted.plus(alarms[row], anomalous[row]);
        }
        return counted;
    }

    /** With one more row. */
    public Confusion plus(boolean alarm, boolean anomalous) {
        return new Confusion(
                truePositives + (alarm && anomalous ? 1 : 0),
                falsePositives + (alarm && !anomalous ? 1 : 0),
                falseNegatives + (!alarm && anomalous ? 1 : 0),
                trueNegatives + (!alarm && !anomalous ? 1 : 0));
    }

    public Confusion plus(Confusion other) {
        return new Confusion(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    public long rows() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** {@code TP / (TP + (FP + FN) / 2)}. */
    public double f1() {
        return ratio(truePositives, truePositives + (falsePositives + falseNegatives) / 2.0);
    }

    /** Share of healthy rows in alarm, {@code FP / (FP + TN)}. */
    public double far() {
        return ratio(falsePositives, falsePositives + trueNegatives);
    }

    /** Share of anomalous rows without alarm, {@code FN / (FN + TP)}. */
    public double mar() {
        return ratio(falseNegatives, falseNegatives + truePositives);
    }

    /** Mean of the shares of anomalous and of healthy rows that were told right. */
    public double balancedAccuracy() {
        return 1 - (far() + mar()) / 2;
    }

    /** 0 of nothing is 0: a part without healthy rows has no false alarm. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.3f  FAR %5.2f %%  MAR %5.2f %%  balanced %.3f",
                f1(),
                100 * far(),
                100 * mar(),
                balancedAccuracy());
    }
}
