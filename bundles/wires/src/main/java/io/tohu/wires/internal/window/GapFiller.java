/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import java.util.Arrays;
import java.util.List;

/** Replaces missing and failed values by the channel's last good one, for a bounded number of samples in a row. */
final class GapFiller {

    private final List<String> channels;
    private final int longestHold;
    private final double[] last;
    private final int[] gap;
    private final float[] row;
    private int held;
    private String fault = "";

    GapFiller(List<String> channels, int longestHold) {
        this.channels = channels;
        this.longestHold = longestHold;
        this.last = new double[channels.size()];
        this.gap = new int[channels.size()];
        this.row = new float[channels.size()];
        Arrays.fill(last, Double.NaN);
    }

    /**
     * Fills one row; {@link #row}, {@link #held} and {@link #fault} then tell of it.
     *
     * @return whether the row is usable
     */
    boolean fill(Reading[] readings) {
        held = 0;
        fault = "";
        for (int i = 0; i < row.length; i++) {
            Reading reading = readings[i];
            if (reading != null && reading.good()) {
                last[i] = reading.value();
                gap[i] = 0;
            } else {
                gap[i] = Math.min(gap[i] + 1, longestHold + 1);
                if (gap[i] > longestHold || Double.isNaN(last[i])) {
                    note(i, reading);
                }
                held++;
            }
            row[i] = (float) last[i];
        }
        return fault.isEmpty();
    }

    private void note(int channel, Reading reading) {
        if (fault.isEmpty()) {
            String reason = reading == null
                    ? "it is in no record that arrives; read it as often as the others, or raise Longest hold"
                    : reading.error();
            String since = longestHold == 0 ? "" : " for more than " + longestHold + " samples";
            fault = "channel " + channels.get(channel) + " has no value" + since + ": " + reason;
        }
    }

    /** The filled row; reused by the next call. */
    float[] row() {
        return row;
    }

    /** How many values of the row are held ones. */
    int held() {
        return held;
    }

    /** Why the row is not usable, empty when it is. */
    String fault() {
        return fault;
    }
}
