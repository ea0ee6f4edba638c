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
 * Multivariate statistical monitoring of windows: PCA over the flattened window (dynamic PCA; Ku, Storer and Georgakis,
 * Chemometrics and Intelligent Laboratory Systems 30, 1995) with Hotelling's T² for what varies more than in healthy
 * data, and the squared prediction error SPE (Jackson and Mudholkar, Technometrics 21, 1979) for what varies otherwise.
 *
 * <p>The score is {@code max(T² / T² limit, SPE / SPE limit)}. Both limits and the limit of the score come from windows
 * that the components were not fitted on: five parts of the data, each scored by a model of the other four.
 */
public final class DynamicPca {

    private static final int FOLDS = 5;
    private static final double TINY = 1e-12;

    private final List<String> channels;
    private final List<String> units;
    private final FitOptions options;
    private final WindowPca pca;
    private final double t2Limit;
    private final double speLimit;
    private final double limit;

    private DynamicPca(
            List<String> channels,
            List<String> units,
            FitOptions options,
            WindowPca pca,
            double t2Limit,
            double speLimit,
            double limit) {
        this.channels = channels;
        this.units = units;
        this.options = options;
        this.pca = pca;
        this.t2Limit = t2Limit;
        this.speLimit = speLimit;
        this.limit = limit;
    }

    /** Fits one run; see {@link #fit(List, List, List, FitOptions)}. */
    public static DynamicPca fit(List<String> channels, List<String> units, double[][] rows, FitOptions options)
            throws LearningException {
        return fit(channels, units, List.<double[][]>of(rows), options);
    }

    /**
     * Fits a model to healthy data.
     *
     * @param channels names of the columns
     * @param units unit of each column, {@code ""} where it has none
     * @param runs rows of each run, at one interval; windows never reach from one run into the next
     * @throws LearningException when the data are too short, ragged, not finite, or a channel is constant
     */
    public static DynamicPca fit(List<String> channels, List<String> units, List<double[][]> runs, FitOptions options)
            throws LearningException {
        if (units.size() != channels.size()) {
            throw new IllegalArgumentException("every channel has a unit, if an empty one");
        }
        HealthyData data = HealthyData.checked(channels, runs, options.samples());
        int width = channels.size();
        int step = step(data, options, width);
        List<double[]> held = heldOutStatistics(data, options, width, step);
        double[] t2 = held.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] spe = held.stream().mapToDouble(pair -> pair[1]).toArray();
        double t2Limit = Math.max(TINY, TailQuantile.of(t2, options.falseAlarmRate()));
        double speLimit = Math.max(TINY, TailQuantile.of(spe, options.falseAlarmRate()));
        double[] scores = held.stream()
                .mapToDouble(pair -> Math.max(pair[0] / t2Limit, pair[1] / speLimit))
                .toArray();
        double limit = TailQuantile.of(scores, options.falseAlarmRate());
        WindowPca pca = WindowPca.fit(
                data.windows(options.samples(), step), options.samples(), width, options.explainedVariance());
        return new DynamicPca(data.channels(), List.copyOf(units), options, pca, t2Limit, speLimit, limit);
    }

    /** The stride where that gives enough windows for stable components, less where the data are short. */
    private static int step(HealthyData data, FitOptions options, int width) {
        int step = options.stride();
        while (step > 1 && data.windows(options.samples(), step).size() < 4 * options.samples() * width) {
            step--;
        }
        return step;
    }

    private static List<double[]> heldOutStatistics(HealthyData data, FitOptions options, int width, int step)
            throws LearningException {
        List<HealthyData> folds = data.folds(options.samples(), FOLDS);
        List<double[]> statistics = new ArrayList<>();
        for (int held = 0; held < folds.size(); held++) {
            List<double[]> rest = new ArrayList<>();
            for (int fold = 0; fold < folds.size(); fold++) {
                if (fold != held) {
                    rest.addAll(folds.get(fold).windows(options.samples(), step));
                }
            }
            if (rest.size() < 2) {
                throw new LearningException(
                        "the healthy data lie in too few pieces to hold some of them out; record a longer run");
            }
            WindowPca pca = WindowPca.fit(rest, options.samples(), width, options.explainedVariance());
            for (double[] window : folds.get(held).windows(options.samples(), step)) {
                statistics.add(pca.statistics(window));
            }
        }
        return statistics;
    }

    /**
     * Scores a window in double precision: the reference that the ONNX graph is checked against.
     *
     * @param window {@code samples × channels} raw values, row-major and oldest first
     */
    public WindowScore score(double[] window) {
        if (window.length != options.samples() * channels.size()) {
            throw new IllegalArgumentException(
                    "a window has " + options.samples() * channels.size() + " values, not " + window.length);
        }
        double[] x = pca.scaled(window);
        double[] t = pca.projected(x);
        double[] residuals = pca.squaredResiduals(x, t);
        double t2 = pca.hotelling(t);
        double spe = WindowPca.sum(residuals);
        double[] shares = new double[channels.size()];
        for (int i = 0; i < x.length; i++) {
            double gradient = 0;
            for (int c = 0; c < t.length; c++) {
                gradient += t[c] / pca.variances[c] * pca.loadings[i][c];
            }
            shares[i % shares.length] += residuals[i] / speLimit + Math.max(0, x[i] * gradient) / t2Limit;
        }
        double sum = WindowPca.sum(shares) + TINY;
        double[] contributions = Arrays.stream(shares).map(share -> share / sum).toArray();
        return new WindowScore(Math.max(t2 / t2Limit, spe / speLimit), t2, spe, contributions);
    }

    /** Scores {@code samples} rows of a longer series, beginning with row {@code begin}. */
    public WindowScore score(double[][] rows, int begin) {
        return score(HealthyData.flatten(rows, begin, options.samples()));
    }

    public List<String> channels() {
        return channels;
    }

    public List<String> units() {
        return units;
    }

    public FitOptions options() {
        return options;
    }

    /** A score above it is anomalous. */
    public double limit() {
        return limit;
    }

    /** Number of principal components. */
    public int components() {
        return pca.variances.length;
    }

    double t2Limit() {
        return t2Limit;
    }

    double speLimit() {
        return speLimit;
    }

    WindowPca pca() {
        return pca;
    }
}
