/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.features;

/** Slope of the least-squares line through a feature's last values, in units a second of source time. */
final class Trend {

    private final double[] values;
    private final long[] times;
    private int count;

    /** @param length values that the line goes through, at least 2 */
    Trend(int length) {
        this.values = new double[length];
        this.times = new long[length];
    }

    /** Takes the next value and gives the slope, 0 while there are fewer than two times. */
    double next(double value, long time) {
        values[count % values.length] = value;
        times[count % times.length] = time;
        count++;
        int n = Math.min(count, values.length);
        double meanTime = 0;
        double meanValue = 0;
        for (int i = 0; i < n; i++) {
            meanTime += (times[i] - time) / 1000.0 / n;
            meanValue += values[i] / n;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double t = (times[i] - time) / 1000.0 - meanTime;
            product += t * (values[i] - meanValue);
            square += t * t;
        }
        return square == 0 ? 0 : product / square;
    }
}
