/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.skab;

import io.tohu.learning.FitOptions;
import io.tohu.wires.internal.decision.AlarmPolicy;

/**
 * Model and rule, chosen together.
 *
 * @param samples rows of a window; one second a row
 * @param explainedVariance share of the variance that the components keep
 * @param falseAlarmRate share of healthy windows above the limit
 * @param operatingMargin how far T² may go beyond the learned operating points
 * @param policy when an alarm begins and ends
 */
record Settings(
        int samples, double explainedVariance, double falseAlarmRate, double operatingMargin, AlarmPolicy policy) {

    FitOptions fit() {
        return FitOptions.windows(samples, 1, 1000)
                .withExplainedVariance(explainedVariance)
                .withFalseAlarmRate(falseAlarmRate)
                .withOperatingMargin(operatingMargin)
                .withoutStillness();
    }

    Settings with(AlarmPolicy other) {
        return new Settings(samples, explainedVariance, falseAlarmRate, operatingMargin, other);
    }
}
