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

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tohu.inference.ModelCard;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Takes a model through its gates: card, hash, load, ports, golden samples. A session of a refused one is closed. */
final class ModelLoader {

    private final OrtRuntime runtime;
    private final SessionSettings settings;

    ModelLoader(OrtRuntime runtime, SessionSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
    }

    SessionSettings settings() {
        return settings;
    }

    /** Loads a graph of which only its name is known. */
    LoadedModel loadGraph(String name, byte[] model) throws ModelRefusedException {
        return open(name, "", model, null);
    }

    /**
     * Loads a model with a card.
     *
     * @param name name that the card must have
     * @param version version that the card must have
     */
    LoadedModel load(ModelFiles files, String name, String version) throws ModelRefusedException {
        CardFile file = CardReader.read(files.card());
        ModelCard card = file.card();
        if (!card.name().equals(name) || !card.version().equals(version)) {
            throw new ModelRefusedException(
                    "card.json speaks of " + card.id() + ", but it was announced as " + name + " " + version);
        }
        String actual = sha256(files.model());
        if (!actual.equals(card.sha256())) {
            throw new ModelRefusedException(
                    "model.onnx has the SHA-256 " + actual + ", but card.json states " + card.sha256());
        }
        GoldenSamples golden = GoldenSamples.read(files.golden());
        LoadedModel model = open(name, version, files.model(), file);
        try {
            checkPorts(model, file);
            golden.check(runtime.environment(), model);
            return model;
        } catch (ModelRefusedException | RuntimeException | OutOfMemoryError e) {
            model.release();
            throw e;
        }
    }

    private LoadedModel open(String name, String version, byte[] bytes, CardFile card) throws ModelRefusedException {
        OrtSession session = runtime.open(bytes, settings);
        try {
            return new LoadedModel(name, version, session, card);
        } catch (OrtException e) {
            throw new ModelRefusedException("ONNX Runtime cannot describe model.onnx: " + e.getMessage(), e);
        }
    }

    private static void checkPorts(LoadedModel model, CardFile file) throws ModelRefusedException {
        ModelCard card = file.card();
        if (card.task() != ModelCard.Task.ANOMALY) {
            return;
        }
        int features = card.features().size();
        List<Long> window = List.of(1L, (long) card.samples(), (long) features);
        Port input = model.inputs().get(file.input());
        if (input == null || model.inputs().size() != 1) {
            throw new ModelRefusedException(
                    "card.json names the input '" + file.input() + "' as the only one; the graph's inputs are "
                            + model.inputs().values());
        }
        if (input.type().orElse(null) != ElementType.FP32 || !input.accepts(window)) {
            throw new ModelRefusedException("the graph's input is " + input + ", but " + card.samples() + " samples of "
                    + features + " features in card.json need FP32 " + window);
        }
        checkOutput(model, file.score(), 1);
        if (file.contributions().isPresent()) {
            checkOutput(model, file.contributions().get(), features);
        }
    }

    private static void checkOutput(LoadedModel model, String name, int size) throws ModelRefusedException {
        Port output = model.outputs().get(name);
        if (output == null) {
            throw new ModelRefusedException("card.json names the output '" + name + "'; the graph's outputs are "
                    + model.outputs().values());
        }
        if (output.type().orElse(null) != ElementType.FP32
                || output.dimensionsFor(size).isEmpty()) {
            throw new ModelRefusedException("the graph's output is " + output + ", expected FP32 with " + size
                    + (size == 1 ? " value" : " values"));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
