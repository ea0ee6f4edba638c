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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features of one configuration, channel by channel; keeps the trends. Not thread-safe. */
final class FeatureSet {

    private final double rate;
    private final List<Band> bands;
    private final List<Band> envelope;
    private final List<Band> envelopeBands;
    private final int trendWindows;
    private final Map<String, Trend> trends = new HashMap<>();

    /** @throws IllegalArgumentException when the form does not fit together; the message says what to set */
    FeatureSet(FeaturesConfig config) {
        this.rate = config.sample_rate();
        this.bands = Band.list("Bands", config.bands());
        this.envelope = Band.list("Envelope of", config.envelope_band());
        this.envelopeBands = Band.list("Envelope bands", config.envelope_bands());
        this.trendWindows = config.trend_windows();
        if (envelope.size() > 1) {
            throw new IllegalArgumentException("Envelope of has " + envelope.size() + " bands: set one");
        }
        if (envelope.isEmpty() && !envelopeBands.isEmpty()) {
            throw new IllegalArgumentException("Envelope bands are of no envelope: set Envelope of");
        }
        if (trendWindows == 1) {
            throw new IllegalArgumentException("Trend over is 1: a line needs at least 2 values");
        }
    }

    /**
     * Computes the features of one channel.
     *
     * @param measuredRate samples a second, where the form leaves it open
     * @param time source time of the last sample
     * @return features by their name after {@code <channel>.}
     */
    Map<String, Double> of(String channel, double[] signal, double measuredRate, long time) {
        Map<String, Double> features = new LinkedHashMap<>();
        Moments moments = Moments.of(signal);
        features.put("mean", moments.mean());
        features.put("rms", moments.rms());
        features.put("peak", moments.peak());
        features.put("crest", moments.crest());
        features.put("skewness", moments.skewness());
        features.put("kurtosis", moments.kurtosis());
        if (!bands.isEmpty() || !envelope.isEmpty()) {
            spectra(signal, rate > 0 ? rate : measuredRate, features);
        }
        if (trendWindows > 0) {
            Trend trend = trends.computeIfAbsent(channel, c -> new Trend(trendWindows));
            features.put("rms.trend", trend.next(moments.rms(), time));
        }
        return features;
    }

    private void spectra(double[] signal, double perSecond, Map<String, Double> features) {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("the sample rate is not known: set Sample rate");
        }
        if (!bands.isEmpty()) {
            Spectrum spectrum = Spectrum.of(signal, perSecond);
            bands.forEach(band -> features.put("band." + band.label(), spectrum.bandRms(band.from(), band.to())));
            features.put("strongest.hz", spectrum.strongestHertz());
        }
        for (Band carrier : envelope) {
            Spectrum spectrum = Spectrum.ofEnvelope(signal, perSecond, carrier.from(), carrier.to());
            envelopeBands.forEach(
                    band -> features.put("envelope." + band.label(), spectrum.bandRms(band.from(), band.to())));
            features.put("envelope.strongest.hz", spectrum.strongestHertz());
        }
    }
}
