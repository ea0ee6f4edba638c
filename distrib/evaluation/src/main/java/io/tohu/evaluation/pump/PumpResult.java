/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.pump;

import java.util.Arrays;
import java.util.List;

/**
 * What the shipped model finds on the simulated pump.
 *
 * @param cases each fault at each severity
 * @param falseAlarms alarms in healthy runs
 * @param healthyDays length of the healthy runs together
 */
public record PumpResult(List<Case> cases, int falseAlarms, double healthyDays) {

    /**
     * One fault at one severity.
     *
     * @param fault its name
     * @param severity 0 to 1
     * @param runs how often it was tried
     * @param missed runs without alarm within two minutes
     * @param medianDelay seconds, of the runs that were alarmed; NaN when none was
     */
    public record Case(String fault, double severity, int runs, int missed, double medianDelay) {

        static Case of(String fault, double severity, double[] delays) {
            double[] found = Arrays.stream(delays)
                    .filter(delay -> !Double.isNaN(delay))
                    .sorted()
                    .toArray();
            double median =
                    found.length == 0 ? Double.NaN : (found[(found.length - 1) / 2] + found[found.length / 2]) / 2;
            return new Case(fault, severity, delays.length, delays.length - found.length, median);
        }
    }

    public double falseAlarmsPerDay() {
        return falseAlarms / healthyDays;
    }

    public int missed() {
        return cases.stream().mapToInt(Case::missed).sum();
    }
}
