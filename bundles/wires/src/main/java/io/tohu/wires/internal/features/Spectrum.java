/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.features;

import org.hipparchus.complex.Complex;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Mean-square spectrum of one window of a signal, without its mean, under a Hann window that is corrected for its power.
 * The sum over all bins is the variance of the signal; the length is filled with zeros up to a power of two, so a line
 * spreads over neighbouring bins but keeps its power.
 */
final class Spectrum {

    private static final FastFourierTransformer FFT = new FastFourierTransformer(DftNormalization.STANDARD);

    private final double[] power;
    private final double binHertz;

    private Spectrum(double[] power, double binHertz) {
        this.power = power;
        this.binHertz = binHertz;
    }

    /** @param rate samples a second */
    static Spectrum of(double[] signal, double rate) {
        int size = powerOfTwo(signal.length);
        double mean = Moments.of(signal).mean();
        double[] tapered = new double[size];
        double taperPower = 0;
        for (int i = 0; i < signal.length; i++) {
            double taper = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / signal.length);
            tapered[i] = (signal[i] - mean) * taper;
            taperPower += taper * taper;
        }
        Complex[] bins = FFT.transform(tapered, TransformType.FORWARD);
        double[] power = new double[size / 2 + 1];
        for (int i = 0; i < power.length; i++) {
            double square = bins[i].getReal() * bins[i].getReal() + bins[i].getImaginary() * bins[i].getImaginary();
            // Every line but the first and the last has a twin at the negative frequency.
            double twins = i == 0 || i == size / 2 ? 1 : 2;
            power[i] = twins * square / (taperPower * size);
        }
        return new Spectrum(power, rate / size);
    }

    /**
     * Spectrum of the envelope of a band: what modulates a carrier, such as the resonance that a damaged bearing rings
     * at each passing of the damage. The envelope is the magnitude of the analytic signal of the band (zero-phase, by
     * removing negative frequencies and those outside the band).
     */
    static Spectrum ofEnvelope(double[] signal, double rate, double from, double to) {
        int size = powerOfTwo(signal.length);
        double mean = Moments.of(signal).mean();
        double[] filled = new double[size];
        for (int i = 0; i < signal.length; i++) {
            filled[i] = signal[i] - mean;
        }
        Complex[] bins = FFT.transform(filled, TransformType.FORWARD);
        for (int i = 0; i < size; i++) {
            double hertz = i * rate / size;
            boolean inside = i < size / 2 && hertz >= from && hertz < to;
            bins[i] = inside ? bins[i].multiply(2) : Complex.ZERO;
        }
        Complex[] analytic = FFT.transform(bins, TransformType.INVERSE);
        double[] envelope = new double[signal.length];
        for (int i = 0; i < envelope.length; i++) {
            envelope[i] = analytic[i].norm();
        }
        return of(envelope, rate);
    }

    /** Root of the power from one frequency to below another: the RMS of that part of the signal. */
    double bandRms(double from, double to) {
        double sum = 0;
        for (int i = 0; i < power.length; i++) {
            double hertz = i * binHertz;
            if (hertz >= from && hertz < to) {
                sum += power[i];
            }
        }
        return Math.sqrt(sum);
    }

    /** Frequency of the strongest line. */
    double strongestHertz() {
        int best = 0;
        for (int i = 1; i < power.length; i++) {
            best = power[i] > power[best] ? i : best;
        }
        return best * binHertz;
    }

    private static int powerOfTwo(int length) {
        return length <= 1 ? 1 : Integer.highestOneBit(length - 1) << 1;
    }
}
