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

/**
 * How a model is fitted.
 *
 * @param samples rows of a window
 * @param stride rows between the windows that will be scored
 * @param intervalMillis time between two rows, 0 when the data have none
 * @param explainedVariance share of the variance that the principal components keep, above 0 and below 1
 * @param falseAlarmRate share of healthy windows that may score above the limit, above 0 and at most 0.1
 * @param operatingMargin how many times the T² of healthy data is still an operating point rather than a fault, at least
 *     1: a machine that runs elsewhere within the learned relations moves T², one whose relations break moves SPE
 * @param stillness whether a channel that moves less than it ever did counts as a fault; not for sensors that rest or
 *     whose steps are as large as their noise
 */
public record FitOptions(
        int samples,
        int stride,
        int intervalMillis,
        double explainedVariance,
        double falseAlarmRate,
        double operatingMargin,
        boolean stillness) {

    public FitOptions {
        if (samples < 1 || stride < 1 || intervalMillis < 0) {
            throw new IllegalArgumentException("samples and stride are at least 1, intervalMillis at least 0");
        }
        if (!(explainedVariance > 0 && explainedVariance < 1)) {
            throw new IllegalArgumentException("explainedVariance is between 0 and 1, not " + explainedVariance);
        }
        if (!(falseAlarmRate > 0 && falseAlarmRate <= 0.1)) {
            throw new IllegalArgumentException("falseAlarmRate is above 0 and at most 0.1, not " + falseAlarmRate);
        }
        if (!(operatingMargin >= 1)) {
            throw new IllegalArgumentException("operatingMargin is at least 1, not " + operatingMargin);
        }
    }

    /** Windows of this shape, with 95 % of the variance kept and one false alarm in 10,000 healthy windows. */
    public static FitOptions windows(int samples, int stride, int intervalMillis) {
        return new FitOptions(samples, stride, intervalMillis, 0.95, 1e-4, 1, true);
    }

    public FitOptions withExplainedVariance(double share) {
        return new FitOptions(samples, stride, intervalMillis, share, falseAlarmRate, operatingMargin, stillness);
    }

    public FitOptions withFalseAlarmRate(double rate) {
        return new FitOptions(samples, stride, intervalMillis, explainedVariance, rate, operatingMargin, stillness);
    }

    public FitOptions withOperatingMargin(double margin) {
        return new FitOptions(samples, stride, intervalMillis, explainedVariance, falseAlarmRate, margin, stillness);
    }

    public FitOptions withoutStillness() {
        return new FitOptions(
                samples, stride, intervalMillis, explainedVariance, falseAlarmRate, operatingMargin, false);
    }
}
