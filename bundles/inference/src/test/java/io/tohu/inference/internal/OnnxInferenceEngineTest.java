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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxInferenceEngineTest {

    @TempDir
    Path folder;

    private ModelCatalog catalog;
    private OnnxInferenceEngine engine;

    @BeforeEach
    void start() {
        catalog = new ModelCatalog(TestModels.loader());
        engine = new OnnxInferenceEngine(catalog, null, folder, settings -> {});
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    private ModelInfo load(String name, DataType type, long... shape) throws IOException, KuraException {
        Files.write(folder.resolve(name + ".onnx"), TestModels.identity(type, shape));
        engine.loadModel(name, Optional.empty());
        return engine.getModelInfo(name).orElseThrow();
    }

    private static <T> Tensor tensor(String name, Class<T> type, List<Long> shape, List<T> data) {
        return new Tensor(type, TensorDescriptor.builder(name, "any", shape).build(), data);
    }

    static Stream<Arguments> tensors() {
        return Stream.of(
                Arguments.of(DataType.FLOAT, "FP32", Float.class, List.of(1.5f, -2f)),
                Arguments.of(DataType.DOUBLE, "FP64", Double.class, List.of(1.5, -2.0)),
                Arguments.of(DataType.INT8, "INT8", Byte.class, List.of((byte) 1, (byte) -2)),
                Arguments.of(DataType.UINT8, "UINT8", Byte.class, List.of((byte) 1, (byte) 200)),
                Arguments.of(DataType.INT32, "INT32", Integer.class, List.of(1, -2)),
                Arguments.of(DataType.INT64, "INT64", Long.class, List.of(1L, -2L)),
                Arguments.of(DataType.BOOL, "BOOL", Boolean.class, List.of(true, false)),
                Arguments.of(DataType.STRING, "STRING", String.class, List.of("a", "ß")));
    }

    @ParameterizedTest
    @MethodSource("tensors")
    <T> void everyTensorTypeOfKuraGoesInAndOut(DataType type, String name, Class<T> javaClass, List<T> data)
            throws Exception {
        ModelInfo info = load("identity", type, 1, 2);
        assertThat(info.getInputs().get(0).getType()).isEqualTo(name);

        List<Tensor> result = engine.infer(info, List.of(tensor("in", javaClass, List.of(1L, 2L), data)));

        assertThat(result).hasSize(1);
        assertThat(result.get(0).getDescriptor().getName()).isEqualTo("out");
        assertThat(result.get(0).getDescriptor().getShape()).containsExactly(1L, 2L);
        assertThat(result.get(0).getData(javaClass)).contains(data);
    }

    @Test
    void aDimensionLeftOpenTakesWhatComes() throws Exception {
        ModelInfo info = load("open", DataType.FLOAT, -1, 2);
        assertThat(info.getInputs().get(0).getShape()).containsExactly(-1L, 2L);

        List<Tensor> result =
                engine.infer(info, List.of(tensor("in", Float.class, List.of(-1L, 2L), List.of(1f, 2f, 3f, 4f))));

        assertThat(result.get(0).getDescriptor().getShape()).containsExactly(2L, 2L);
    }

    private void assertInvalid(ModelInfo info, String message, Tensor... tensors) {
        assertThatThrownBy(() -> engine.infer(info, List.of(tensors)))
                .isInstanceOf(KuraException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTensorThatDoesNotFitIsNamedWithWhatWasExpectedAndWhatCame() throws Exception {
        ModelInfo info = load("strict", DataType.FLOAT, 1, 2);
        Tensor good = tensor("in", Float.class, List.of(1L, 2L), List.of(1f, 2f));

        assertInvalid(
                info,
                "model strict takes Float for the input 'in' (FP32 [1, 2]), got Double",
                tensor("in", Double.class, List.of(1L, 2L), List.of(1.0, 2.0)));
        assertInvalid(
                info,
                "takes the shape [1, 2] for the input 'in', got [1] with 1 value",
                tensor("in", Float.class, List.of(1L), List.of(1f)));
        assertInvalid(
                info,
                "takes the shape [1, 2] for the input 'in', got [1, 2] with 3 values",
                tensor("in", Float.class, List.of(1L, 2L), List.of(1f, 2f, 3f)));
        assertInvalid(
                info,
                "has no input 'x'; it takes ['in' (FP32 [1, 2])]",
                tensor("x", Float.class, List.of(1L, 2L), List.of(1f, 2f)));
        assertInvalid(info, "was given two tensors for the input 'in'", good, good);
        assertInvalid(info, "was given no tensor for the input 'in' (FP32 [1, 2])");
    }

    @Test
    void anEngineThatWasStoppedRefusesEveryCall() throws Exception {
        ModelInfo info = load("gone", DataType.FLOAT, 1);
        engine.deactivate();

        assertThat(engine.isEngineReady()).isFalse();
        assertInvalid(info, "this inference engine was stopped", tensor("in", Float.class, List.of(1L), List.of(1f)));
        assertThatThrownBy(() -> engine.getModelNames()).isInstanceOf(KuraException.class);
        assertThat(catalog.activeNames()).as("what it had loaded is closed").isEmpty();
    }

    @Test
    void callsThatRaceWithSwapsAndAStopEndInAResultOrASentence() throws Exception {
        catalog.offer("1", TestModels.source("1.0.0"));
        ModelInfo info = engine.getModelInfo("machine").orElseThrow();
        Tensor window = tensor("window", Float.class, List.of(1L, 5L, 3L), Collections.nCopies(15, 1f));
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int caller = 0; caller < 2; caller++) {
                ends.add(callers.submit(() -> {
                    while (true) {
                        try {
                            engine.infer(info, List.of(window));
                        } catch (KuraException e) {
                            return e.getMessage();
                        }
                    }
                }));
            }
            for (int swap = 1; swap <= 20; swap++) {
                catalog.offer("1", TestModels.source("1.0." + swap));
            }
            engine.deactivate();
            for (Future<String> end : ends) {
                assertThat(end.get(10, TimeUnit.SECONDS)).contains("this inference engine was stopped");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void anInfoFromBeforeASwapStillWorks() throws Exception {
        catalog.offer("1", TestModels.source("1.0.0"));
        ModelInfo old = engine.getModelInfo("machine").orElseThrow();
        assertThat(old.getVersion()).contains("1.0.0");
        catalog.offer("2", TestModels.source("2.0.0"));

        List<Tensor> result = engine.infer(
                old, List.of(tensor("window", Float.class, List.of(1L, 5L, 3L), Collections.nCopies(15, 1f))));

        assertThat(result)
                .extracting(tensor -> tensor.getDescriptor().getName())
                .containsExactly("score", "t2", "spe", "contributions");
    }

    @Test
    void modelsAreLoadedByPathAndUnloaded() throws Exception {
        Path file = folder.resolve("elsewhere.bin");
        Files.write(file, TestModels.identity(DataType.FLOAT, 1));

        engine.loadModel("mine", Optional.of(file.toString()));
        assertThat(engine.getModelNames()).containsExactly("mine");
        assertThat(engine.isModelLoaded("mine")).isTrue();
        engine.loadModel("mine", Optional.empty());

        engine.unloadModel("mine");
        assertThat(engine.isModelLoaded("mine")).isFalse();
        assertThat(engine.getModelInfo("mine")).isEmpty();
        assertThatThrownBy(() -> engine.loadModel("mine", Optional.empty()))
                .hasMessageContaining("there is no file " + folder.resolve("mine.onnx"));
        assertThatThrownBy(() -> engine.loadModel("../evil", Optional.empty()))
                .hasMessageContaining("is no name of a file in the model folder");
    }

    @Test
    void aModelOfABundleIsNeitherReplacedNorUnloadedByName() throws Exception {
        catalog.offer("1", TestModels.source("1.0.0"));

        assertThatThrownBy(() -> engine.loadModel("machine", Optional.of("x.onnx")))
                .hasMessageContaining("model machine comes from a bundle");
        assertThatThrownBy(() -> engine.unloadModel("machine")).hasMessageContaining("uninstall that bundle");
        assertThat(engine.isModelLoaded("machine")).isTrue();
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithAReason() throws Exception {
        Files.writeString(folder.resolve("text.onnx"), "hello");

        assertThatThrownBy(() -> engine.loadModel("text", Optional.empty()))
                .isInstanceOf(KuraException.class)
                .hasMessageContaining("model text: model.onnx is no ONNX model");
    }
}
