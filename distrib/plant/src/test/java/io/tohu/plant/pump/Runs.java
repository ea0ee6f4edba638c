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

import java.util.function.Consumer;

/** Runs of the skid at a steady load, and what one signal did in them. */
final class Runs {

    static final double INTERVAL = 0.1;

    private Runs() {}

    /** Rows of a skid after a minute under the given conditions. */
    static double[][] steady(long seed, int rows, Consumer<PumpSkid> conditions) {
        PumpSkid skid = new PumpSkid(seed);
        conditions.accept(skid);
        for (int i = 0; i < 600; i++) {
            skid.step(INTERVAL);
        }
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; i++) {
            skid.step(INTERVAL);
            result[i] = skid.sample().values();
        }
        return result;
    }

    /** A minute at a steady load on each of eight days, which differ in suction level and ambient temperature. */
    static double[][] days(Consumer<PumpSkid> conditions) {
        double[][] result = new double[8 * 600][];
        for (int day = 0; day < 8; day++) {
            System.arraycopy(steady(day, 600, conditions), 0, result, day * 600, 600);
        }
        return result;
    }

    static double mean(double[][] rows, Signal signal) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[signal.ordinal()];
        }
        return sum / rows.length;
    }

    static double deviation(double[][] rows, Signal signal) {
        double mean = mean(rows, signal);
        double sum = 0;
        for (double[] row : rows) {
            double off = row[signal.ordinal()] - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / rows.length);
    }
}
