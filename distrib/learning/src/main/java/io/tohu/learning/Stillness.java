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

import java.util.List;

/**
 * How little each channel ever moves within a healthy window. A sensor that sticks looks like a perfectly calm machine
 * to T² and SPE; that it has lost its noise gives it away.
 */
final class Stillness {

    /** Bounds the index of a channel that does not move at all. */
    static final double FLOOR = 0.01;

    private static final double TINY = 1e-12;

    private Stillness() {}

    /**
     * The variance that a channel falls below in a given share of healthy windows; 0, which never alarms, for a channel
     * that rests in some of them. For Gaussian noise the logarithm of a small variance has an exponential tail.
     */
    static double[] limits(WindowPca pca, List<double[]> windows, double falseAlarmRate) {
        double[] limits = new double[pca.channels];
        List<double[]> movements = windows.stream().map(pca::movement).toList();
        for (int channel = 0; channel < limits.length; channel++) {
            double[] calm = new double[movements.size()];
            boolean rests = false;
            for (int i = 0; i < calm.length; i++) {
                double movement = movements.get(i)[channel];
                rests |= movement < TINY;
                calm[i] = -StrictMath.log(Math.max(movement, TINY));
            }
            limits[channel] = rests ? 0 : StrictMath.exp(-TailQuantile.of(calm, falseAlarmRate));
        }
        return limits;
    }

    /** Each channel's limit over its variance in a window: above 1 it moves less than it ever did. */
    static double[] indices(double[] limits, double[] movement) {
        double[] indices = new double[limits.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = limits[i] / Math.max(movement[i], floor(limits[i]));
        }
        return indices;
    }

    static double floor(double limit) {
        return FLOOR * limit + TINY;
    }
}
