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

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.tohu.inference.SampleWindow;
import io.tohu.learning.DynamicPca;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.learning.ModelFiles.Provenance;
import io.tohu.packaging.ModelBundleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small real models: an anomaly model of three channels, and graphs that give back what they take. */
final class TestModels {

    static final List<String> CHANNELS = List.of("load", "flow", "current");
    static final int SAMPLES = 5;
    static final OrtRuntime RUNTIME = OrtRuntime.start();
    static final DynamicPca FITTED = fit();

    private TestModels() {}

    static ModelLoader loader() {
        return new ModelLoader(RUNTIME, SessionSettings.DEFAULT, LifeCycleSettings.DEFAULT);
    }

    static double[][] healthy(long seed, int rows) {
        Random random = new Random(seed);
        double[][] data = new double[rows][];
        double load = 60;
        for (int i = 0; i < rows; i++) {
            load += 0.05 * (60 - load) + 3 * random.nextGaussian();
            data[i] = new double[] {
                load + 0.5 * random.nextGaussian(),
                0.4 * load + 0.2 * random.nextGaussian(),
                5 + 0.1 * load + 0.1 * random.nextGaussian()
            };
        }
        return data;
    }

    private static DynamicPca fit() {
        try {
            return DynamicPca.fit(
                    CHANNELS, List.of("%", "m3/h", "A"), healthy(1, 2000), FitOptions.windows(SAMPLES, 5, 100));
        } catch (LearningException e) {
            throw new IllegalStateException(e);
        }
    }

    static ModelFiles machine(String version) {
        Map<String, byte[]> files = io.tohu.learning.ModelFiles.write(
                FITTED, "machine", version, healthy(2, 60), new Provenance("test", "EPL-2.0", "test"));
        return new ModelFiles(files.get("model.onnx"), files.get("card.json"), files.get("golden.json"));
    }

    /** A vault under a key that a Kura of this test wraps by turning it round. */
    static Vault vault(Path folder) {
        try {
            return Vault.open(folder.resolve("key"), new TurningCrypto());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the fitted model gives for a window, computed without ONNX Runtime. */
    static double reference(SampleWindow window) {
        double[][] rows = new double[window.samples()][CHANNELS.size()];
        for (int i = 0; i < window.values().length; i++) {
            rows[i / CHANNELS.size()][i % CHANNELS.size()] = window.values()[i];
        }
        return FITTED.score(rows, 0).score();
    }

    /** Writes a model bundle. */
    static void write(Path jar, String name, String version, ModelFiles files) throws IOException {
        ModelBundleWriter.write(
                jar,
                "test." + name,
                version,
                name,
                version,
                Map.of("model.onnx", files.model(), "card.json", files.card(), "golden.json", files.golden()));
    }

    /** The same graph for a feature that no window of the tests has. */
    static ModelFiles otherChannels(String version) {
        ModelFiles files = machine(version);
        return new ModelFiles(
                files.model(), replaced(files.card(), "\"name\": \"load\"", "\"name\": \"elsewhere\""), files.golden());
    }

    static byte[] replaced(byte[] json, String text, String by) {
        String before = new String(json, StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new IllegalArgumentException("no " + text + " in " + before);
        }
        return before.replace(text, by).getBytes(StandardCharsets.UTF_8);
    }

    /** A source of files that announces its version. */
    static ModelSource source(String version, ModelFiles files) {
        return new ModelSource() {
            @Override
            public String origin() {
                return "test";
            }

            @Override
            public String announcedName() {
                return "machine";
            }

            @Override
            public String announcedVersion() {
                return version;
            }

            @Override
            public ModelFiles read() {
                return files;
            }
        };
    }

    static ModelSource source(String version) {
        return source(version, machine(version));
    }

    /** A graph with the input {@code in} and the output {@code out}, which is the same. */
    static byte[] identity(DataType type, long... shape) {
        GraphProto graph = GraphProto.newBuilder()
                .setName("identity")
                .addInput(port("in", type, shape))
                .addOutput(port("out", type, shape))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("in")
                        .addOutput("out"))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    static ValueInfoProto port(String name, DataType type, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(shape[i] < 0 ? dimension.setDimParam("d" + i) : dimension.setDimValue(shape[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(dimensions)))
                .build();
    }
}
