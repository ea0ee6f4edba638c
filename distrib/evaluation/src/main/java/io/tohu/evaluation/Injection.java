/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Puts a made-up fault into healthy rows, so that rules can be developed without sight of real faults: a shift, a ramp,
 * noise or an oscillation on one to four channels, 2 to 10 standard deviations large, that comes and goes within half a
 * minute of rows.
 */
public final class Injection {

    private static final int LONGEST_RAMP = 30;

    private final SplittableRandom random;

    /** The same seed injects the same faults. */
    public Injection(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from {@code from} to below {@code to}. */
    public int between(int from, int to) {
        return random.nextInt(from, to);
    }

    /**
     * A run with one fault in a copy of the rows.
     *
     * @param learnRows rows at the beginning that stay healthy; a fault's size is relative to their standard deviation
     * @param begin first anomalous row
     * @param end row after the last one before the fault goes
     */
    public LabelledRun into(String name, double[][] healthy, int learnRows, int begin, int end) {
        double[][] rows = Arrays.stream(healthy).map(double[]::clone).toArray(double[][]::new);
        boolean[] anomalous = new boolean[rows.length];
        Arrays.fill(anomalous, begin, end, true);
        double[] deviations = deviations(healthy, learnRows);
        int kind = random.nextInt(4);
        int rise = random.nextInt(1, LONGEST_RAMP);
        int fall = random.nextInt(1, LONGEST_RAMP);
        int channels = Math.min(rows[0].length, random.nextInt(1, 5));
        for (int channel :
                random.ints(0, rows[0].length).distinct().limit(channels).toArray()) {
            double size = random.nextDouble(2, 10) * deviations[channel] * (random.nextBoolean() ? 1 : -1);
            double period = random.nextDouble(8, 60);
            for (int row = begin; row < rows.length; row++) {
                double envelope = Math.min(1, (row - begin + 1.0) / rise)
                        * Math.min(1, Math.max(0, 1 - (row - end) / (double) fall));
                rows[row][channel] += envelope * size * shape(kind, row - begin, end - begin, period);
            }
        }
        return new LabelledRun(name, rows, anomalous, learnRows);
    }

    private double shape(int kind, int sinceBegin, int length, double period) {
        return switch (kind) {
            case 0 -> 1;
            case 1 -> Math.min(1, sinceBegin / (double) length);
            case 2 -> random.nextGaussian() / 2;
            default -> Math.sin(2 * Math.PI * sinceBegin / period);
        };
    }

    private static double[] deviations(double[][] rows, int count) {
        double[] deviations = new double[rows[0].length];
        for (int channel = 0; channel < deviations.length; channel++) {
            double mean = 0;
            for (int row = 0; row < count; row++) {
                mean += rows[row][channel] / count;
            }
            double variance = 0;
            for (int row = 0; row < count; row++) {
                variance += (rows[row][channel] - mean) * (rows[row][channel] - mean) / count;
            }
            deviations[channel] = Math.sqrt(variance);
        }
        return deviations;
    }
}
