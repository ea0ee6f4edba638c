/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.tohu.inference.PromotionPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What an operator decides of the life cycle.
 *
 * @param policy when a version that passed its gates takes over
 * @param shadowWindows windows after which a version in shadow is judged
 * @param agreementPercent share of the windows on which it must decide like the active version
 * @param maxShift how far its median score may lie from the active version's, both in parts of their limits
 * @param probationCalls calls after which a new active version has proven itself
 * @param errorPercent share of failed calls that is borne
 * @param latencyMillis duration that 95 % of the calls must stay within where the card says nothing, 0 for any
 * @param memoryMegabytes memory that one model may take, 0 for any
 */
record LifeCycleSettings(
        PromotionPolicy policy,
        int shadowWindows,
        double agreementPercent,
        double maxShift,
        int probationCalls,
        double errorPercent,
        double latencyMillis,
        int memoryMegabytes) {

    static final LifeCycleSettings DEFAULT =
            new LifeCycleSettings(PromotionPolicy.IMMEDIATE, 500, 95, 0.5, 1000, 5, 100, 512);

    /** The settings that were last written to a file; the defaults when there are none. */
    static LifeCycleSettings read(Path file) {
        try {
            JsonArray kept = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
            return new LifeCycleSettings(
                    PromotionPolicy.valueOf(kept.get(0).getAsString()),
                    kept.get(1).getAsInt(),
                    kept.get(2).getAsDouble(),
                    kept.get(3).getAsDouble(),
                    kept.get(4).getAsInt(),
                    kept.get(5).getAsDouble(),
                    kept.get(6).getAsDouble(),
                    kept.get(7).getAsInt());
        } catch (IOException | RuntimeException e) {
            return DEFAULT;
        }
    }

    /** Writes the settings to a file, where it does not hold them already. */
    void write(Path file) throws IOException {
        JsonArray kept = new JsonArray();
        kept.add(policy.name());
        kept.add(shadowWindows);
        kept.add(agreementPercent);
        kept.add(maxShift);
        kept.add(probationCalls);
        kept.add(errorPercent);
        kept.add(latencyMillis);
        kept.add(memoryMegabytes);
        byte[] text = kept.toString().getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(text, Files.readAllBytes(file))) {
            DurableFile.write(file, text);
        }
    }

    /** Budget in ns of a model's calls, 0 for any. */
    long budgetNanos(Demands demands) {
        double millis = demands.latencyMillis() > 0 ? demands.latencyMillis() : latencyMillis;
        return (long) (millis * 1e6);
    }
}
