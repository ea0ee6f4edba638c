/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import java.util.Optional;

/**
 * One figure of a benchmark. NaN stands for a figure that there is not.
 *
 * @param metric what was measured, with the conditions that matter
 * @param unit unit of value and reference
 * @param value what this project needs
 * @param reference what the reference needs, measured in the same run
 * @param goal what the value is held against
 * @param reason why there is no value, or why the goal cannot be judged here; empty otherwise
 */
public record Row(String metric, String unit, double value, double reference, Optional<Goal> goal, String reason) {

    /** A figure beside its reference. */
    public static Row of(String metric, String unit, double value, double reference) {
        return new Row(metric, unit, value, reference, Optional.empty(), "");
    }

    /** A figure without a reference. */
    public static Row of(String metric, String unit, double value) {
        return of(metric, unit, value, Double.NaN);
    }

    /** What could not be measured. */
    public static Row unknown(String metric, String reason) {
        return new Row(metric, "", Double.NaN, Double.NaN, Optional.empty(), reason);
    }

    public Row withGoal(Goal held) {
        return new Row(metric, unit, value, reference, Optional.of(held), reason);
    }

    /** The same figure, with the reason why this machine cannot tell whether the goal is met. */
    public Row undecided(String why) {
        return new Row(metric, unit, value, reference, goal, why);
    }

    /** Value over reference; NaN without a reference. */
    public double ratio() {
        return value / reference;
    }

    /** Whether the goal is met; empty when there is none, or when it cannot be judged. */
    public Optional<Boolean> met() {
        return Double.isNaN(value) || !reason.isEmpty() ? Optional.empty() : goal.map(held -> held.metBy(value));
    }
}
