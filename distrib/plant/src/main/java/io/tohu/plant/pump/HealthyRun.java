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

/** Readings of a healthy skid under changing load, for fitting a model. */
public final class HealthyRun {

    private HealthyRun() {}

    /**
     * The eight signals in the order of {@link Signal}, one row an interval.
     *
     * @param seed decides drifts, noise and load changes; several short runs with different seeds cover the slow drifts
     *     better than one long run
     * @param seconds simulated length
     * @param interval seconds between rows
     */
    public static double[][] rows(long seed, double seconds, double interval) {
        PumpSkid skid = new PumpSkid(seed);
        LoadSchedule schedule = new LoadSchedule(seed);
        double[][] rows = new double[(int) StrictMath.rint(seconds / interval)][];
        for (int i = 0; i < rows.length; i++) {
            schedule.drive(skid);
            skid.step(interval);
            rows[i] = skid.sample().values();
        }
        return rows;
    }
}
