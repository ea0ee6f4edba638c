/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

import java.util.Arrays;

/**
 * Quantiles of a sample, also beyond its last value.
 *
 * <p>Where fewer than ten values lie above the wanted quantile, the excesses over the 90 % quantile are taken as
 * exponential (peaks over threshold with shape 0; Coles, An Introduction to Statistical Modeling of Extreme Values,
 * 2001, eq. 4.12): {@code q = u + mean excess × ln(share above u / share above q)}. The empirical quantile stays the
 * least that is returned.
 */
final class TailQuantile {

    private static final double THRESHOLD = 0.9;
    private static final int ENOUGH = 10;

    private TailQuantile() {}

    /** The value that a share {@code above} of the population exceeds. */
    static double of(double[] sample, double above) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double empirical = interpolated(sorted, 1 - above);
        if (above * sorted.length >= ENOUGH) {
            return empirical;
        }
        double threshold = interpolated(sorted, THRESHOLD);
        double excess = 0;
        int exceeding = 0;
        for (double value : sorted) {
            if (value > threshold) {
                excess += value - threshold;
                exceeding++;
            }
        }
        if (exceeding == 0) {
            return empirical;
        }
        double share = (double) exceeding / sorted.length;
        return Math.max(empirical, threshold + excess / exceeding * StrictMath.log(share / above));
    }

    private static double interpolated(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int next = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[next] - sorted[below]);
    }
}
