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

/** Turns true values into readings: noise, the converter's steps, and at most one sensor that sticks. */
final class Sensors {

    private final Noise noise;
    private Signal stuck;
    private double severity;
    private double held = Double.NaN;

    Sensors(Noise noise) {
        this.noise = noise;
    }

    /** From the next reading on the signal follows only by {@code 1 - severity}; severity 0 frees it. */
    void stick(Signal signal, double severity) {
        if (signal != stuck || severity == 0) {
            held = Double.NaN;
        }
        this.stuck = severity == 0 ? null : signal;
        this.severity = severity;
    }

    Signal stuck() {
        return stuck;
    }

    double[] read(double[] truth) {
        double[] readings = new double[truth.length];
        for (Signal signal : Signal.values()) {
            int i = signal.ordinal();
            double reading = truth[i] + signal.noise() * noise.gaussian();
            if (signal == stuck) {
                if (Double.isNaN(held)) {
                    held = reading;
                }
                reading = held * severity + reading * (1 - severity);
            }
            readings[i] = quantised(reading, signal.quantum());
        }
        return readings;
    }

    /** Divides by the reciprocal where that is whole, so that 0.1 steps read 48.3 and not 48.300000000000004. */
    private static double quantised(double value, double quantum) {
        double perUnit = StrictMath.rint(1 / quantum);
        return StrictMath.rint(value * perUnit) / perUnit;
    }
}
