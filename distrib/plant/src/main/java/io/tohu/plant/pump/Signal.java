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

import java.util.Optional;

/**
 * The skid's eight scalar signals, in the order in which every row, register map and model takes them.
 *
 * <p>Noise is the sensor's own (standard deviation of one reading), quantum the step of its converter; both are typical
 * of the instrument class: tachometer, electromagnetic flow meter, 0.25 % pressure transmitters, current transformer,
 * Pt100 and velocity probes.
 */
public enum Signal {
    SPEED("speed", "rpm", 1.5, 1),
    FLOW("flow", "m3/h", 0.25, 0.05),
    /** Gauge pressure at the pump's inlet. */
    SUCTION_PRESSURE("suctionPressure", "bar", 0.008, 0.002),
    /** Gauge pressure at the pump's outlet. */
    DISCHARGE_PRESSURE("dischargePressure", "bar", 0.02, 0.005),
    MOTOR_CURRENT("motorCurrent", "A", 0.12, 0.05),
    BEARING_TEMPERATURE("bearingTemperature", "degC", 0.12, 0.1),
    /** Velocity RMS, 10 Hz to 1000 Hz as in ISO 20816, horizontal. */
    VIBRATION_X("vibrationX", "mm/s", 0.05, 0.01),
    /** Velocity RMS, 10 Hz to 1000 Hz as in ISO 20816, vertical. */
    VIBRATION_Y("vibrationY", "mm/s", 0.05, 0.01);

    private final String signalName;
    private final String unit;
    private final double noise;
    private final double quantum;

    Signal(String signalName, String unit, double noise, double quantum) {
        this.signalName = signalName;
        this.unit = unit;
        this.noise = noise;
        this.quantum = quantum;
    }

    /** The name under which the signal is served. */
    public String signalName() {
        return signalName;
    }

    public String unit() {
        return unit;
    }

    /** Standard deviation of one reading, in {@link #unit()}. */
    public double noise() {
        return noise;
    }

    /** Smallest step of a reading, in {@link #unit()}. */
    public double quantum() {
        return quantum;
    }

    /** The signal that is served under that name, if there is one. */
    public static Optional<Signal> named(String name) {
        for (Signal signal : values()) {
            if (signal.signalName.equals(name)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }
}
