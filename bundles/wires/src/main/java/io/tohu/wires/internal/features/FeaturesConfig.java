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

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Form of the Features component. */
@ObjectClassDefinition(
        id = FeaturesComponent.NAME,
        name = "Features",
        description =
                "Computes what condition monitoring looks at: RMS, peak, crest factor, skewness, kurtosis, spectrum"
                        + " bands, envelope spectrum and trend, from the windows of a Window or from waveforms of an"
                        + " asset.")
public @interface FeaturesConfig {

    @AttributeDefinition(
            name = "Channels",
            description = "Channels to compute features of, separated by commas. Empty: every channel of a window. A"
                    + " waveform channel of an asset, a byte array, must be named.",
            required = false)
    String channels() default "";

    @AttributeDefinition(
            name = "Sample rate (Hz)",
            description = "Samples a second within a window or waveform. 0 takes it from the window's times; a waveform"
                    + " needs it for spectra.",
            min = "0")
    double sample_rate() default 0;

    @AttributeDefinition(
            name = "Samples are",
            description = "How the samples stand in a waveform, little-endian.",
            options = {
                @Option(label = "16-bit integers", value = "INT16"),
                @Option(label = "32-bit integers", value = "INT32"),
                @Option(label = "32-bit floating point", value = "FLOAT32"),
                @Option(label = "64-bit floating point", value = "FLOAT64")
            })
    String samples_format() default "FLOAT32";

    @AttributeDefinition(
            name = "Bands (Hz)",
            description = "Bands of the spectrum whose RMS is wanted, for example 10-100, 100-1000. Empty: none.",
            required = false)
    String bands() default "";

    @AttributeDefinition(
            name = "Envelope of (Hz)",
            description = "Band whose envelope is analysed, for example 2000-4000 round a resonance that a damaged"
                    + " bearing rings at. Empty: none.",
            required = false)
    String envelope_band() default "";

    @AttributeDefinition(
            name = "Envelope bands (Hz)",
            description = "Bands of the envelope's spectrum whose RMS is wanted, for example 95-105 round the frequency"
                    + " at which balls pass the damage. Empty: none.",
            required = false)
    String envelope_bands() default "";

    @AttributeDefinition(
            name = "Trend over (windows)",
            description = "Through how many of the last values of RMS the trend's line goes. 0: no trend.",
            min = "0",
            max = "10000")
    int trend_windows() default 20;
}
