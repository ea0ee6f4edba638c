/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

/**
 * A quantity that wanders slowly around a mean: the stationary Ornstein-Uhlenbeck process, discretised exactly (Gillespie
 * 1996), so that its spread does not depend on the step.
 */
final class Drift {

    private final double mean;
    private final double deviation;
    private final double keep;
    private final double kick;
    private final Noise noise;
    private double value;

    Drift(double mean, double deviation, double timeConstant, double step, Noise noise) {
        this.mean = mean;
        this.deviation = deviation;
        this.keep = StrictMath.exp(-step / timeConstant);
        this.kick = deviation * StrictMath.sqrt(1 - keep * keep);
        this.noise = noise;
        this.value = mean + deviation * noise.gaussian();
    }

    void step() {
        double next = mean + (value - mean) * keep + kick * noise.gaussian();
        // Three deviations are what the plant's design allows for; the tails beyond would be faults of their own.
        value = Math.max(mean - 3 * deviation, Math.min(mean + 3 * deviation, next));
    }

    double value() {
        return value;
    }
}
