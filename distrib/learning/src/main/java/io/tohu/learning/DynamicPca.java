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
import java.util.function.ToDoubleFunction;

/**
 * Multivariate statistical monitoring of windows: PCA over the flattened window (dynamic PCA; Ku, Storer and Georgakis,
 * Chemometrics and Intelligent Laboratory Systems 30, 1995) with Hotelling's T² for what varies more than in healthy
 * data, the squared prediction error SPE (Jackson and Mudholkar, Technometrics 21, 1979) for what varies otherwise, and
 * each channel's variance within the window for sensors that stick.
 *
 * <p>The score is the largest of {@code T² / limit}, {@code SPE / limit} and {@code limit / variance} of each channel.
 * The limits of T², SPE and score come from windows that the components were not fitted on: five parts of the data,
 * each scored by a model of the other four.
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
    private final double[] stillLimits;
    private final double limit;

    private DynamicPca(
            List<String> channels,
            List<String> units,
            FitOptions options,
            WindowPca pca,
            double t2Limit,
            double speLimit,
            double[] stillLimits,
            double limit) {
        this.channels = channels;
        this.units = units;
        this.options = options;
        this.pca = pca;
        this.t2Limit = t2Limit;
        this.speLimit = speLimit;
        this.stillLimits = stillLimits;
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
        List<double[]> windows = data.windows(options.samples(), step);
        WindowPca pca = WindowPca.fit(windows, options.samples(), width, options.explainedVariance());
        double[] stillLimits =
                options.stillness() ? Stillness.limits(pca, windows, options.falseAlarmRate()) : new double[width];
        List<HeldOut> held = heldOut(data, options, width, step);
        double rate = options.falseAlarmRate();
        double t2Limit = Math.max(TINY, options.operatingMargin() * quantile(held, HeldOut::t2, rate));
        double speLimit = Math.max(TINY, quantile(held, HeldOut::spe, rate));
        double limit = quantile(
                held,
                window -> score(
                        window.t2() / t2Limit,
                        window.spe() / speLimit,
                        Stillness.indices(stillLimits, pca.movement(window.values()))),
                rate);
        return new DynamicPca(data.channels(), List.copyOf(units), options, pca, t2Limit, speLimit, stillLimits, limit);
    }

    /** A window with its statistics by a model that never saw it. */
    private record HeldOut(double[] values, double t2, double spe) {}

    private static double quantile(List<HeldOut> held, ToDoubleFunction<HeldOut> statistic, double above) {
        return TailQuantile.of(held.stream().mapToDouble(statistic).toArray(), above);
    }

    private static double score(double t2Share, double speShare, double[] still) {
        double score = Math.max(t2Share, speShare);
        for (double index : still) {
            score = Math.max(score, index);
        }
        return score;
    }

    /** The stride where that gives enough windows for stable components, less where the data are short. */
    private static int step(HealthyData data, FitOptions options, int width) {
        int step = options.stride();
        while (step > 1 && data.windows(options.samples(), step).size() < 4 * options.samples() * width) {
            step--;
        }
        return step;
    }

    private static List<HeldOut> heldOut(HealthyData data, FitOptions options, int width, int step)
            throws LearningException {
        List<HealthyData> folds = data.folds(options.samples(), FOLDS);
        List<HeldOut> scored = new ArrayList<>();
        for (HealthyData held : folds) {
            List<double[]> rest = new ArrayList<>();
            for (HealthyData fold : folds) {
                if (fold != held) {
                    rest.addAll(fold.windows(options.samples(), step));
                }
            }
            if (rest.size() < 2) {
                throw new LearningException(
                        "the healthy data lie in too few pieces to hold some of them out; record a longer run");
            }
            WindowPca pca = WindowPca.fit(rest, options.samples(), width, options.explainedVariance());
            for (double[] window : held.windows(options.samples(), step)) {
                double[] statistics = pca.statistics(window);
                scored.add(new HeldOut(window, statistics[0], statistics[1]));
            }
        }
        return scored;
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
        double[] still = Stillness.indices(stillLimits, pca.movement(window));
        double[] shares = new double[channels.size()];
        for (int i = 0; i < x.length; i++) {
            double gradient = 0;
            for (int c = 0; c < t.length; c++) {
                gradient += t[c] / pca.variances[c] * pca.loadings[i][c];
            }
            shares[i % shares.length] += residuals[i] / speLimit + Math.max(0, x[i] * gradient) / t2Limit;
        }
        for (int channel = 0; channel < shares.length; channel++) {
            shares[channel] += Math.max(0, still[channel] - 1);
        }
        double sum = WindowPca.sum(shares) + TINY;
        double[] contributions = Arrays.stream(shares).map(share -> share / sum).toArray();
        return new WindowScore(score(t2 / t2Limit, spe / speLimit, still), t2, spe, contributions);
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

    double[] stillLimits() {
        return stillLimits;
    }

    WindowPca pca() {
        return pca;
    }
}
