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

/**
 * Makes the acceleration record of a vibration: tones at the shaft's harmonics, the vane-passing and the bearing's
 * outer-race frequency, bursts of a worn bearing, and random-phase broadband noise.
 *
 * <p>Integrated to velocity between 10 Hz and 1000 Hz a record has the RMS of its {@link Vibration}; bearing bursts and
 * the hiss of cavitation lie above that band, as on real machines.
 */
final class Waveform {

    static final int SAMPLES = 1024;
    static final double RATE = 5120;
    static final int VANES = 6;
    /** Outer-race defect frequency of a 6309 ball bearing in multiples of the shaft's. */
    static final double OUTER_RACE = 3.07;

    private static final double BIN = RATE / SAMPLES;
    private static final double RESONANCE = 1900;
    private static final double BURST_DECAY = 0.0009;

    private final Noise noise;

    Waveform(Noise noise) {
        this.noise = noise;
    }

    /** Acceleration [m/s²], {@value #SAMPLES} values at {@value #RATE} Hz. */
    float[] record(Vibration vibration) {
        double[] sum = new double[SAMPLES];
        double hz = vibration.shaftHz();
        if (hz > 1) {
            velocityTone(sum, hz, vibration.shaft());
            velocityTone(sum, 2 * hz, vibration.second());
            velocityTone(sum, VANES * hz, vibration.vane());
            velocityTone(sum, OUTER_RACE * hz, 0.8 * vibration.bearing());
            velocityTone(sum, 2 * OUTER_RACE * hz, 0.6 * vibration.bearing());
            bursts(sum, OUTER_RACE * hz, 45 * StrictMath.pow(vibration.wear(), 1.5));
        }
        band(sum, 100, 990, vibration.broadband(), true);
        band(sum, 1100, 2500, 0.25 + 9 * vibration.cavitation(), false);
        float[] record = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            record[i] = (float) sum[i];
        }
        return record;
    }

    private void velocityTone(double[] sum, double hz, double velocity) {
        tone(sum, hz, velocity * 2 * StrictMath.PI * hz / 1000);
    }

    /** Many tones of random phase on the record's own frequency grid: their energy adds up exactly over its length. */
    private void band(double[] sum, double from, double to, double rms, boolean velocity) {
        int first = (int) (from / BIN);
        int last = (int) (to / BIN);
        int stride = Math.max(1, (last - first) / 48);
        int tones = (last - first) / stride + 1;
        double share = rms / StrictMath.sqrt(tones);
        for (int bin = first; bin <= last; bin += stride) {
            if (velocity) {
                velocityTone(sum, bin * BIN, share);
            } else {
                tone(sum, bin * BIN, share);
            }
        }
    }

    /** Adds a tone by rotating a phasor, which costs four multiplications a sample instead of a sine. */
    private void tone(double[] sum, double hz, double rms) {
        double phase = noise.uniform(0, 2 * StrictMath.PI);
        double step = 2 * StrictMath.PI * hz / RATE;
        double cos = StrictMath.cos(step);
        double sin = StrictMath.sin(step);
        double re = StrictMath.sqrt(2) * rms * StrictMath.cos(phase);
        double im = StrictMath.sqrt(2) * rms * StrictMath.sin(phase);
        for (int i = 0; i < SAMPLES; i++) {
            sum[i] += re;
            double next = re * cos - im * sin;
            im = re * sin + im * cos;
            re = next;
        }
    }

    /** A decaying ring of the casing at each passage of a ball, a little early or late as the cage slips. */
    private void bursts(double[] sum, double repetitionHz, double peak) {
        if (peak <= 0) {
            return;
        }
        double period = 1 / repetitionHz;
        for (double start = noise.uniform(0, period); start < SAMPLES / RATE; start += period * slip()) {
            int first = (int) (start * RATE);
            int last = Math.min(SAMPLES, first + (int) (6 * BURST_DECAY * RATE));
            for (int i = first; i < last; i++) {
                double t = i / RATE - start;
                sum[i] += t < 0
                        ? 0
                        : peak * StrictMath.exp(-t / BURST_DECAY) * StrictMath.sin(2 * StrictMath.PI * RESONANCE * t);
            }
        }
    }

    private double slip() {
        return 1 + 0.01 * noise.gaussian();
    }
}
