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

import io.tohu.evaluation.Confusion;
import java.util.Locale;

/** How alarms met a recording's labels, row by row, and how soon. */
final class LabelScore {

    private Confusion confusion = Confusion.NOTHING;
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
        confusion = confusion.plus(alarm, anomalous);
    }

    long rows() {
        return confusion.rows();
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
        return confusion.f1();
    }

    double falseAlarmRate() {
        return confusion.far();
    }

    double missedAlarmRate() {
        return confusion.mar();
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
