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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WaveformTest {

    private static PumpSkid skid(Consumer<PumpSkid> conditions) {
        PumpSkid skid = new PumpSkid(4);
        conditions.accept(skid);
        skid.step(30);
        return skid;
    }

    /** Amplitude squared halved per frequency bin (plain DFT), so that a band's sum is its mean square. */
    private static double[] power(float[] record) {
        int n = record.length;
        double[] power = new double[n / 2];
        for (int k = 1; k < power.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                re += record[i] * Math.cos(2 * Math.PI * k * i / n);
                im += record[i] * Math.sin(2 * Math.PI * k * i / n);
            }
            power[k] = 2 * (re * re + im * im) / n / n;
        }
        return power;
    }

    private static double band(double[] power, double from, double to, boolean asVelocity) {
        double bin = PumpSkid.WAVEFORM_RATE / PumpSkid.WAVEFORM_SAMPLES;
        double sum = 0;
        for (int k = (int) Math.ceil(from / bin); k <= to / bin; k++) {
            double scale = asVelocity ? 1000 / (2 * Math.PI * k * bin) : 1;
            sum += power[k] * scale * scale;
        }
        return Math.sqrt(sum);
    }

    @Test
    void integratedToVelocityItHasTheServedRms() {
        for (double severity : new double[] {0, 0.5}) {
            PumpSkid skid = skid(s -> s.setFault(Fault.IMBALANCE, severity));
            double rms = band(power(skid.waveform()), 10, 1000, true);
            assertThat(rms).isCloseTo(skid.sample().value(Signal.VIBRATION_X), within(0.3));
        }
    }

    @Test
    void imbalanceStandsAtShaftFrequency() {
        double shaft = skid(s -> {}).sample().value(Signal.SPEED) / 60;
        double healthy = band(power(skid(s -> {}).waveform()), shaft - 6, shaft + 6, true);
        double unbalanced =
                band(power(skid(s -> s.setFault(Fault.IMBALANCE, 0.6)).waveform()), shaft - 6, shaft + 6, true);
        assertThat(unbalanced).isGreaterThan(2.5 * healthy);
    }

    @Test
    void aWornBearingMakesThePeaksStickOut() {
        assertThat(kurtosis(skid(s -> {}).waveform())).isLessThan(4);
        assertThat(kurtosis(skid(s -> s.setFault(Fault.BEARING_WEAR, 0.6)).waveform()))
                .isGreaterThan(5);
    }

    @Test
    void cavitationHissesAboveTheVelocityBand() {
        double healthy = band(power(skid(s -> {}).waveform()), 1100, 2500, false);
        double cavitating =
                band(power(skid(s -> s.setFault(Fault.CAVITATION, 0.8)).waveform()), 1100, 2500, false);
        assertThat(cavitating).isGreaterThan(5 * healthy);
    }

    private static double kurtosis(float[] record) {
        double second = 0;
        double fourth = 0;
        for (float value : record) {
            second += value * value;
            fourth += (double) value * value * value * value;
        }
        return record.length * fourth / (second * second);
    }
}
