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
    private final long staleMillis;
    private final double[] last;
    private final int[] gap;
    private final float[] row;
    private int held;
    private String fault = "";

    /**
     * @param longestHold samples in a row
     * @param staleMillis by how much a value may be older than the newest of its row, 0 for any
     */
    GapFiller(List<String> channels, int longestHold, long staleMillis) {
        this.channels = channels;
        this.longestHold = longestHold;
        this.staleMillis = staleMillis;
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
        long newest = newest(readings);
        for (int i = 0; i < row.length; i++) {
            Reading reading = fresh(readings[i], newest);
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

    private Reading fresh(Reading reading, long newest) {
        if (staleMillis == 0 || reading == null || newest - reading.time() <= staleMillis) {
            return reading;
        }
        return reading.because("its value is " + (newest - reading.time()) + " ms older than the newest");
    }

    private static long newest(Reading[] readings) {
        long newest = Long.MIN_VALUE;
        for (Reading reading : readings) {
            newest = reading == null ? newest : Math.max(newest, reading.time());
        }
        return newest;
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
