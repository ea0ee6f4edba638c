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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tohu.wires.internal.Defaults;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Features against what SciPy 1.17 computes of the same signals, and against what can be derived. */
class FeatureSetTest {

    private static final int LENGTH = 1000;
    private static final double RATE = 1000;
    private static final Offset<Double> CLOSE = within(1e-9);

    private static Map<String, Double> features(double[] signal, Map<String, Object> form) {
        return new FeatureSet(Defaults.form(FeaturesConfig.class, form)).of("v", signal, RATE, 0);
    }

    private static double[] signal(IntToDoubleFunction sample) {
        return IntStream.range(0, LENGTH).mapToDouble(sample).toArray();
    }

    /** A reproducible noise that is not Gaussian, a tone of 100 Hz and an offset. */
    private static double[] noisyTone() {
        double[] signal = new double[LENGTH];
        long state = 12345;
        for (int i = 0; i < LENGTH; i++) {
            state = (state * 1103515245 + 12345) % (1L << 31);
            double noise = (double) state / (1L << 31) * 2 - 1;
            signal[i] = noise * noise * noise + 0.5 * Math.sin(2 * Math.PI * 100 * i / RATE) + 0.1;
        }
        return signal;
    }

    @Test
    void momentsAreThoseOfSciPy() {
        Map<String, Double> features = features(noisyTone(), Map.of());

        assertThat(features.get("mean")).isCloseTo(0.08644421347151655, CLOSE);
        assertThat(features.get("rms")).isCloseTo(0.5300279638995686, CLOSE);
        assertThat(features.get("peak")).isCloseTo(1.5375094970139258, CLOSE);
        assertThat(features.get("crest")).isCloseTo(2.900808262458503, CLOSE);
        assertThat(features.get("skewness")).isCloseTo(-0.06250049717133221, CLOSE);
        assertThat(features.get("kurtosis")).isCloseTo(2.984671448353235, CLOSE);
    }

    @Test
    void bandsOfTheSpectrumAreThoseOfSciPysPeriodogram() {
        Map<String, Double> features = features(noisyTone(), Map.of("bands", "90-110, 200-400"));

        assertThat(features.get("band.90-110")).isCloseTo(0.3735816581592123, CLOSE);
        assertThat(features.get("band.200-400")).isCloseTo(0.23757150751506703, CLOSE);
        assertThat(features.get("strongest.hz")).isCloseTo(100, within(1.0));
    }

    @Test
    void theEnvelopeFindsWhatModulatesACarrier() {
        double[] carrier =
                signal(i -> (1 + 0.5 * Math.sin(2 * Math.PI * 20 * i / RATE)) * Math.sin(2 * Math.PI * 300 * i / RATE));

        Map<String, Double> features = features(carrier, Map.of("envelope_band", "200-400", "envelope_bands", "15-25"));

        assertThat(features.get("envelope.15-25")).isCloseTo(0.3535518683680432, CLOSE);
        assertThat(features.get("envelope.strongest.hz")).isEqualTo(19.53125);
    }

    @Test
    void aSineHasTheMomentsOfASine() {
        Map<String, Double> features = features(signal(i -> 3 * Math.sin(2 * Math.PI * 10 * i / RATE)), Map.of());

        assertThat(features.get("rms")).isCloseTo(3 / Math.sqrt(2), CLOSE);
        assertThat(features.get("crest")).isCloseTo(Math.sqrt(2), CLOSE);
        assertThat(features.get("kurtosis")).isCloseTo(1.5, CLOSE);
    }

    @Test
    void aSignalThatRestsHasFiniteFeatures() {
        assertThat(features(new double[LENGTH], Map.of("bands", "0-500", "envelope_band", "10-100"))
                        .values())
                .allSatisfy(value -> assertThat(value).isZero());
        assertThat(features(signal(i -> 0.1), Map.of()).get("kurtosis")).isZero();
    }

    @Test
    void theTrendIsTheSlopeOfTheLeastSquaresLine() {
        Trend trend = new Trend(4);
        trend.next(99, 0);
        trend.next(1, 10_000);
        trend.next(3, 11_000);
        trend.next(2, 12_500);

        assertThat(trend.next(5, 14_000)).isCloseTo(0.8027210884353742, CLOSE);
        assertThat(new Trend(2).next(1, 0)).isZero();
    }

    @Test
    void aFormThatDoesNotFitTogetherIsRefusedByItsField() {
        double[] signal = new double[2];
        assertThatThrownBy(() -> features(signal, Map.of("bands", "100-10")))
                .hasMessageContaining("ends where it begins");
        assertThatThrownBy(() -> features(signal, Map.of("bands", "low"))).hasMessageContaining("Bands has 'low'");
        assertThatThrownBy(() -> features(signal, Map.of("envelope_bands", "1-2")))
                .hasMessageContaining("set Envelope of");
        assertThatThrownBy(() -> new FeatureSet(Defaults.form(FeaturesConfig.class, Map.of("bands", "1-2")))
                        .of("v", signal, 0, 0))
                .hasMessageContaining("set Sample rate");
    }
}
