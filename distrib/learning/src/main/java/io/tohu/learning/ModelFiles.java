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

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a fitted model as the files of a model bundle: {@code model.onnx}, {@code card.json}, {@code golden.json}. The
 * same model gives the same bytes.
 */
public final class ModelFiles {

    /** Relative tolerance of golden outputs: float32 sums over a window in any order of operations stay well below. */
    private static final double TOLERANCE = 1e-3;

    private ModelFiles() {}

    /**
     * Where a model comes from, for people who ask.
     *
     * @param data what it was fitted on
     * @param license license of data and model
     * @param code what fitted it, with version
     */
    public record Provenance(String data, String license, String code) {}

    /**
     * Writes a model.
     *
     * @param name name that detectors refer to
     * @param version {@code major.minor.micro}
     * @param examples rows at the model's interval, from which golden samples are taken: at least one window
     * @return contents by file name
     */
    public static Map<String, byte[]> write(
            DynamicPca model, String name, String version, double[][] examples, Provenance provenance) {
        byte[] graph = OnnxGraphWriter.write(model, name);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("model.onnx", graph);
        files.put("card.json", json(card(model, name, version, provenance, sha256(graph))));
        files.put("golden.json", json(GoldenWriter.golden(model, examples, TOLERANCE)));
        return files;
    }

    private static JsonObject card(
            DynamicPca model, String name, String version, Provenance provenance, String sha256) {
        JsonObject card = new JsonObject();
        card.addProperty("name", name);
        card.addProperty("version", version);
        card.addProperty("task", "anomaly");
        JsonArray features = new JsonArray();
        for (int i = 0; i < model.channels().size(); i++) {
            JsonObject feature = new JsonObject();
            feature.addProperty("name", model.channels().get(i));
            feature.addProperty("unit", model.units().get(i));
            features.add(feature);
        }
        card.add("features", features);
        JsonObject window = new JsonObject();
        window.addProperty("samples", model.options().samples());
        window.addProperty("stride", model.options().stride());
        window.addProperty("interval.ms", model.options().intervalMillis());
        card.add("window", window);
        card.addProperty("input", OnnxGraphWriter.INPUT);
        JsonObject outputs = new JsonObject();
        outputs.addProperty("score", OnnxGraphWriter.SCORE);
        outputs.addProperty("contributions", OnnxGraphWriter.CONTRIBUTIONS);
        card.add("outputs", outputs);
        card.addProperty("limit", (float) model.limit());
        JsonObject origin = new JsonObject();
        origin.addProperty("data", provenance.data());
        origin.addProperty("license", provenance.license());
        origin.addProperty("code", provenance.code());
        card.add("provenance", origin);
        card.addProperty("sha256", sha256);
        return card;
    }

    private static byte[] json(JsonObject object) {
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
