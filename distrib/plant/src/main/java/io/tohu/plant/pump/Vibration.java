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
 * What the casing's vibration in one axis is made of, each part as velocity RMS [mm/s] between 10 Hz and 1000 Hz.
 *
 * @param shaftHz shaft frequency
 * @param shaft at shaft frequency: residual and added imbalance
 * @param second at twice shaft frequency: alignment
 * @param vane at vane-passing frequency
 * @param bearing at the outer-race frequency and its harmonics
 * @param broadband turbulence and cavitation
 * @param wear bearing wear 0..1, which rings above the velocity band too
 * @param cavitation how far cavitation has developed, 0..1, which hisses above the velocity band too
 */
record Vibration(
        double shaftHz,
        double shaft,
        double second,
        double vane,
        double bearing,
        double broadband,
        double wear,
        double cavitation) {

    private static final double BEST_EFFICIENCY_FLOW = 52;

    /**
     * @param speed rpm
     * @param flow m3/h
     * @param gain how strongly this axis answers, 1 = horizontal
     * @param level slow modulation around 1
     */
    static Vibration of(
            double speed, double flow, double cavitation, double wear, double imbalance, double gain, double level) {
        double ratio = speed / Hydraulics.RATED_SPEED;
        // A fault's amplitude grows faster than its cause at first, so that an early one stays in the noise.
        double unbalanced = 5 * StrictMath.pow(imbalance, 1.3) * ratio * ratio;
        double worn = 3.6 * StrictMath.pow(wear, 1.3) * ratio;
        double offDesign = ratio < 0.05 ? 0 : flow / ratio / BEST_EFFICIENCY_FLOW - 1;
        double scale = gain * level;
        return new Vibration(
                speed / 60,
                scale * StrictMath.hypot(0.85 * ratio * ratio, unbalanced),
                scale * 0.35 * ratio * ratio,
                scale * 0.45 * ratio * ratio * (1 + offDesign * offDesign),
                scale * worn,
                scale * StrictMath.hypot(0.5 * ratio, 3.2 * cavitation),
                wear,
                cavitation);
    }

    /** Velocity RMS of all parts together [mm/s]; they are uncorrelated, so their squares add. */
    double rms() {
        return StrictMath.sqrt(
                shaft * shaft + second * second + vane * vane + bearing * bearing + broadband * broadband);
    }
}
