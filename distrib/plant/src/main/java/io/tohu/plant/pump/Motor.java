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

/** An 11 kW two-pole induction motor on a frequency converter without slip compensation. */
final class Motor {

    private static final double RATED_TORQUE = 35.6;
    private static final double RATED_SLIP = 45;
    private static final double MAGNETISING_CURRENT = 8;
    private static final double TORQUE_CURRENT = 19;
    private static final double WEAR_TORQUE = 2.2;
    private static final double RAMP = 100;
    private static final double SLIP_LAG = 0.25;

    private double synchronous;
    private double slip;
    private double torque;

    Motor(double speed) {
        this.synchronous = speed;
    }

    /** One step [s] towards the set-point [rpm], under the pump's shaft power [kW] and bearing wear 0..1. */
    void step(double setpoint, double shaftPower, double wear, double step) {
        double change = Math.max(-RAMP * step, Math.min(RAMP * step, setpoint - synchronous));
        synchronous += change;
        double omega = Math.max(10, speed() * StrictMath.PI / 30);
        double friction = synchronous > 0 ? WEAR_TORQUE * wear : 0;
        torque = shaftPower * 1000 / omega + friction;
        slip += (RATED_SLIP * torque / RATED_TORQUE - slip) * Math.min(1, step / SLIP_LAG);
    }

    /** Shaft speed [rpm]: the synchronous speed less a slip that is proportional to torque. */
    double speed() {
        return Math.max(0, synchronous - slip);
    }

    /** Share of the rated torque. */
    double loading() {
        return torque / RATED_TORQUE;
    }

    /** Stator current [A]: magnetising and torque-producing parts stand at right angles. */
    double current() {
        if (synchronous < 1) {
            return 0;
        }
        double active = TORQUE_CURRENT * loading();
        return StrictMath.sqrt(MAGNETISING_CURRENT * MAGNETISING_CURRENT + active * active);
    }
}
