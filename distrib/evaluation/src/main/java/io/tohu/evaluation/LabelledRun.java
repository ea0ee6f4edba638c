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

/**
 * A recording whose anomalous rows are known.
 *
 * @param name where it comes from
 * @param rows values by row and channel
 * @param anomalous label of each row
 * @param learnRows how many rows at the beginning are for learning; they are not judged
 */
public record LabelledRun(String name, double[][] rows, boolean[] anomalous, int learnRows) {

    /** Rows from the first anomalous one that is judged to the first alarm on an anomalous row; -1 if there is none. */
    public int delay(boolean[] alarms) {
        int first = -1;
        for (int row = learnRows; row < rows.length; row++) {
            if (anomalous[row] && first < 0) {
                first = row;
            }
            if (anomalous[row] && alarms[row]) {
                return row - first;
            }
        }
        return -1;
    }
}
