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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Healthy runs that a model can be learned from: rectangular, finite, no channel constant, long enough.
 *
 * @param channels the columns' names
 * @param runs rows of each run, in time
 */
record HealthyData(List<String> channels, List<double[][]> runs) {

    /** Windows that fit into a run are cut from runs of at least this many window lengths in all. */
    static final int LEAST_WINDOW_LENGTHS = 5;

    /** Checks the data, or says what is wrong with them and where. */
    static HealthyData checked(List<String> channels, List<double[][]> runs, int samples) throws LearningException {
        int width = channels.size();
        if (width == 0 || channels.stream().distinct().count() != width) {
            throw new LearningException("the channels are none, or not different from each other: " + channels);
        }
        int total = 0;
        for (int run = 0; run < runs.size(); run++) {
            double[][] rows = runs.get(run);
            total += rows.length < samples ? 0 : rows.length;
            for (int row = 0; row < rows.length; row++) {
                check(channels, run, row, rows[row]);
            }
        }
        int least = LEAST_WINDOW_LENGTHS * samples;
        if (total < least) {
            throw new LearningException("the healthy data have " + total + " rows in runs of at least " + samples
                    + "; windows of " + samples + " samples need " + least + " rows or more");
        }
        HealthyData data = new HealthyData(List.copyOf(channels), List.copyOf(runs));
        data.checkVaries();
        return data;
    }

    private static void check(List<String> channels, int run, int row, double[] values) throws LearningException {
        if (values.length != channels.size()) {
            throw new LearningException("row " + row + " of run " + run + " has " + values.length
                    + " values; the channels are " + channels.size());
        }
        for (int column = 0; column < values.length; column++) {
            if (!Double.isFinite((float) values[column])) {
                throw new LearningException("channel " + channels.get(column) + " is " + values[column] + " in row "
                        + row + " of run " + run + "; healthy data hold finite values only");
            }
        }
    }

    private void checkVaries() throws LearningException {
        List<String> constant = new ArrayList<>();
        for (int column = 0; column < channels.size(); column++) {
            double first = runs.get(0)[0][column];
            boolean varies = false;
            for (double[][] rows : runs) {
                for (double[] row : rows) {
                    // As float, as the model will read it.
                    varies |= (float) row[column] != (float) first;
                }
            }
            if (!varies) {
                constant.add(channels.get(column));
            }
        }
        if (!constant.isEmpty()) {
            throw new LearningException("the channels " + constant
                    + " never change in the healthy data: leave them out, or record data while the machine works");
        }
    }

    /** Every window, row-major, {@code step} rows apart; none reaches over the end of a run. */
    List<double[]> windows(int samples, int step) {
        List<double[]> windows = new ArrayList<>();
        for (double[][] rows : runs) {
            for (int begin = 0; begin + samples <= rows.length; begin += step) {
                windows.add(flatten(rows, begin, samples));
            }
        }
        return windows;
    }

    static double[] flatten(double[][] rows, int begin, int samples) {
        int width = rows[begin].length;
        double[] window = new double[samples * width];
        for (int i = 0; i < samples; i++) {
            System.arraycopy(rows[begin + i], 0, window, i * width, width);
        }
        return window;
    }

    /**
     * Deals the data out into parts that share no row, in pieces that lie apart in time, so that what one part was
     * fitted on says nothing of another.
     *
     * @return two to {@code most} parts
     */
    List<HealthyData> folds(int samples, int most) {
        int total = runs.stream().mapToInt(rows -> rows.length).sum();
        int length = Math.max(2 * samples, (total + 2 * most - 1) / (2 * most));
        List<double[][]> pieces = new ArrayList<>();
        for (double[][] rows : runs) {
            int count = Math.max(1, rows.length / length);
            for (int i = 0; i < count; i++) {
                int from = (int) ((long) rows.length * i / count);
                int to = (int) ((long) rows.length * (i + 1) / count);
                pieces.add(Arrays.copyOfRange(rows, from, to));
            }
        }
        List<HealthyData> folds = new ArrayList<>();
        for (int fold = 0; fold < Math.min(most, pieces.size()); fold++) {
            List<double[][]> part = new ArrayList<>();
            for (int i = fold; i < pieces.size(); i += most) {
                part.add(pieces.get(i));
            }
            folds.add(new HealthyData(channels, part));
        }
        return folds;
    }
}
