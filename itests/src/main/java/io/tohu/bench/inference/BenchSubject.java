/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.inference;

import io.tohu.bench.pipeline.BareModel;
import io.tohu.cli.process.Layout;
import io.tohu.inference.SampleWindow;
import io.tohu.learning.pump.PumpModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A model to measure with.
 *
 * @param title what tables call it
 * @param name its name in its card
 * @param folder where its bundle's files are
 * @param channels columns of its window
 * @param samples rows of its window
 */
record BenchSubject(String title, String name, Path folder, List<String> channels, int samples) {

    static final String VERSION = "1.0.0";

    static BenchSubject pump(Layout layout) {
        return new BenchSubject(
                "pump's window model",
                PumpModel.NAME,
                layout.home().resolve("bundles/model-pump/target/classes"),
                PumpModel.channels(),
                PumpModel.SAMPLES);
    }

    static BenchSubject autoencoder(Path folder) throws IOException {
        return neural("convolutional autoencoder", "autoencoder", folder, NeuralGraph.autoencoder(), 60, 8);
    }

    static BenchSubject classifier(Path folder) throws IOException {
        return neural("CNN 96 x 96", "cnn", folder, NeuralGraph.classifier(), 96, 96);
    }

    private static BenchSubject neural(String title, String name, Path parent, byte[] graph, int samples, int width)
            throws IOException {
        List<String> channels = IntStream.range(0, width).mapToObj(i -> "c" + i).toList();
        Path folder = parent.resolve(name);
        Path files = Files.createDirectories(folder.resolve("model"));
        Files.write(files.resolve("model.onnx"), graph);
        StringBuilder zeros = new StringBuilder("0");
        for (int i = 1; i < samples * width; i++) {
            zeros.append(",0");
        }
        float expected;
        try (BareModel bare = new BareModel(files.resolve("model.onnx"), samples, width)) {
            expected = bare.run(new float[samples * width]);
        }
        Files.writeString(files.resolve("card.json"), card(name, channels, samples, graph));
        Files.writeString(
                files.resolve("golden.json"),
                "{\"tolerance\": 0.001, \"samples\": [{\"inputs\": {\"window\": [" + zeros
                        + "]}, \"outputs\": {\"score\": [" + expected + "]}}]}");
        return new BenchSubject(title, name, folder, channels, samples);
    }

    private static String card(String name, List<String> channels, int samples, byte[] graph) {
        StringBuilder features = new StringBuilder();
        channels.forEach(channel -> features.append(features.length() == 0 ? "" : ",")
                .append("{\"name\": \"")
                .append(channel)
                .append("\"}"));
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"version\": \"%s\", \"task\": \"anomaly\", \"features\": [%s], \"window\":"
                        + " {\"samples\": %d, \"stride\": 1, \"interval.ms\": 0}, \"input\": \"window\", \"outputs\":"
                        + " {\"score\": \"score\"}, \"limit\": 1, \"sha256\": \"%s\"}",
                name,
                VERSION,
                features,
                samples,
                sha256(graph));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Path graph() {
        return folder.resolve("model/model.onnx");
    }

    /** The same bundle under another version. */
    Path otherVersion(Path parent, String version) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(name + "-" + version).resolve("model"));
        for (String file : List.of("model.onnx", "golden.json")) {
            Files.copy(folder.resolve("model").resolve(file), copy.resolve(file));
        }
        String card = Files.readString(folder.resolve("model/card.json"), StandardCharsets.UTF_8);
        Files.writeString(
                copy.resolve("card.json"),
                card.replace("\"version\": \"" + VERSION + "\"", "\"version\": \"" + version + "\""));
        return copy.getParent();
    }

    SampleWindow window(long seed) {
        Random random = new Random(seed);
        float[] values = new float[samples * channels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 50 + (float) random.nextGaussian();
        }
        return new SampleWindow(channels, samples, values);
    }
}
