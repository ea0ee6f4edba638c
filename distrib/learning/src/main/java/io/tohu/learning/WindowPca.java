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
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Principal components of windows: scaling by channel, mean of each position, the loadings of the kept components and
 * their variances.
 */
final class WindowPca {

    final int samples;
    final int channels;
    /** Mean and standard deviation of each channel. */
    final double[] centre;

    final double[] scale;
    /** Mean of each position of the scaled window. */
    final double[] mean;
    /** One row a position, one column a component. */
    final double[][] loadings;

    final double[] variances;

    private WindowPca(
            int samples, double[] centre, double[] scale, double[] mean, double[][] loadings, double[] variances) {
        this.samples = samples;
        this.channels = centre.length;
        this.centre = centre;
        this.scale = scale;
        this.mean = mean;
        this.loadings = loadings;
        this.variances = variances;
    }

    /** Fits the components that keep a share of the variance of the scaled windows. */
    static WindowPca fit(List<double[]> windows, int samples, int channels, double explainedVariance) {
        double[] centre = new double[channels];
        double[] scale = new double[channels];
        moments(windows, channels, centre, scale);
        int size = samples * channels;
        double[] mean = new double[size];
        double[][] scaled = new double[windows.size()][size];
        for (int w = 0; w < scaled.length; w++) {
            for (int i = 0; i < size; i++) {
                scaled[w][i] = (windows.get(w)[i] - centre[i % channels]) / scale[i % channels];
                mean[i] += scaled[w][i] / scaled.length;
            }
        }
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance(scaled, mean), false));
        // In descending order.
        double[] values = eigen.getEigenvalues();
        int kept = components(values, explainedVariance);
        double[][] loadings = new double[size][kept];
        double[] variances = new double[kept];
        for (int c = 0; c < kept; c++) {
            variances[c] = values[c];
            for (int i = 0; i < size; i++) {
                loadings[i][c] = eigen.getV().getEntry(i, c);
            }
        }
        return new WindowPca(samples, centre, scale, mean, loadings, variances);
    }

    private static void moments(List<double[]> windows, int channels, double[] centre, double[] scale) {
        long count = (long) windows.size() * windows.get(0).length / channels;
        for (double[] window : windows) {
            for (int i = 0; i < window.length; i++) {
                centre[i % channels] += window[i] / count;
            }
        }
        for (double[] window : windows) {
            for (int i = 0; i < window.length; i++) {
                double deviation = window[i] - centre[i % channels];
                scale[i % channels] += deviation * deviation / count;
            }
        }
        for (int c = 0; c < channels; c++) {
            // A channel that rests in this part of the data: any finite scale serves, the other parts decide the limit.
            scale[c] = scale[c] > 0 ? Math.sqrt(scale[c]) : 1;
        }
    }

    private static double[][] covariance(double[][] scaled, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (double[] window : scaled) {
            for (int i = 0; i < size; i++) {
                centred[i] = window[i] - mean[i];
            }
            for (int i = 0; i < size; i++) {
                double factor = centred[i] / (scaled.length - 1);
                double[] row = covariance[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += factor * centred[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static int components(double[] values, double explainedVariance) {
        double total = 0;
        for (double value : values) {
            total += Math.max(0, value);
        }
        double sum = 0;
        int kept = 0;
        do {
            sum += values[kept++];
        } while (kept < values.length && sum < explainedVariance * total);
        return kept;
    }

    /** T² and SPE of a window of raw values. */
    double[] statistics(double[] window) {
        double[] x = scaled(window);
        double[] t = projected(x);
        return new double[] {hotelling(t), sum(squaredResiduals(x, t))};
    }

    /** Variance of each channel within a window, in units of the channel's variance over all windows. */
    double[] movement(double[] window) {
        double[] means = new double[channels];
        for (int i = 0; i < window.length; i++) {
            means[i % channels] += (window[i] - centre[i % channels]) / scale[i % channels] / samples;
        }
        double[] movement = new double[channels];
        for (int i = 0; i < window.length; i++) {
            double deviation = (window[i] - centre[i % channels]) / scale[i % channels] - means[i % channels];
            movement[i % channels] += deviation * deviation / samples;
        }
        return movement;
    }

    /** The window in units of each channel's standard deviation, about the mean. */
    double[] scaled(double[] window) {
        double[] x = new double[window.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (window[i] - centre[i % channels]) / scale[i % channels] - mean[i];
        }
        return x;
    }

    double[] projected(double[] x) {
        double[] t = new double[variances.length];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < t.length; c++) {
                t[c] += x[i] * loadings[i][c];
            }
        }
        return t;
    }

    double hotelling(double[] t) {
        double t2 = 0;
        for (int c = 0; c < t.length; c++) {
            t2 += t[c] * t[c] / variances[c];
        }
        return t2;
    }

    double[] squaredResiduals(double[] x, double[] t) {
        double[] residuals = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double residual = x[i];
            for (int c = 0; c < t.length; c++) {
                residual -= t[c] * loadings[i][c];
            }
            residuals[i] = residual * residual;
        }
        return residuals;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
