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

/**
 * Moments of one window of a signal, as condition monitoring uses them.
 *
 * <p>With the mean m and the central moments m2, m3, m4 (each a mean over n samples): RMS = √mean(x²), peak = max |x|,
 * crest factor = peak / RMS, skewness = m3 / m2^1.5, kurtosis = m4 / m2² (3 for Gaussian noise, 1.5 for a sine). A
 * constant signal has skewness 0 and kurtosis 0, a signal of zeros the crest factor 0.
 *
 * @param mean arithmetic mean
 * @param rms root of the mean square, the mean included
 * @param peak largest absolute value
 * @param crest peak over RMS
 * @param skewness standardized third moment
 * @param kurtosis standardized fourth moment
 */
record Moments(double mean, double rms, double peak, double crest, double skewness, double kurtosis) {

    /** Below this share of the mean square the variance is rounding. */
    private static final double CONSTANT = 1e-12;

    static Moments of(double[] signal) {
        double sum = 0;
        double squares = 0;
        double peak = 0;
        for (double x : signal) {
            sum += x;
            squares += x * x;
            peak = Math.max(peak, Math.abs(x));
        }
        double mean = sum / signal.length;
        double meanSquare = squares / signal.length;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (double x : signal) {
            double d = x - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }
        m2 /= signal.length;
        m3 /= signal.length;
        m4 /= signal.length;
        boolean constant = m2 <= CONSTANT * meanSquare;
        double rms = Math.sqrt(meanSquare);
        return new Moments(
                mean,
                rms,
                peak,
                rms == 0 ? 0 : peak / rms,
                constant ? 0 : m3 / Math.pow(m2, 1.5),
                constant ? 0 : m4 / (m2 * m2));
    }
}
