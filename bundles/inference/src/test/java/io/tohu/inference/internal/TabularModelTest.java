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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kura's AI component needs of a model: a scalar an input, and a scalar an output. */
class TabularModelTest {

    @TempDir
    Path folder;

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());
    private OnnxInferenceEngine engine;
    private ModelInfo info;

    @BeforeEach
    void load() throws Exception {
        engine = new OnnxInferenceEngine(catalog, TestModels.vault(folder), folder, settings -> {});
        Path jar = folder.resolve("rows.jar");
        ModelFiles files = TestGraphs.rows("1.0.0");
        TestModels.write(jar, "rows", "1.0.0", files);
        engine.loadModel("rows", Optional.of(jar.toString()));
        info = engine.getModelInfo("rows").orElseThrow();
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    private static Tensor scalar(String name, Object value) {
        return tensor(
                value.getClass(),
                TensorDescriptor.builder(name, "any", List.of(1L)).build(),
                value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Tensor tensor(Class<T> type, TensorDescriptor descriptor, Object value) {
        return new Tensor(type, descriptor, List.of((T) value));
    }

    @Test
    void itsFeaturesAndOutputsAreDescribedAsScalars() {
        assertThat(info.getInputs())
                .extracting(TensorDescriptor::getName)
                .containsExactly("flow", "pressure", "running");
        assertThat(info.getOutputs())
                .extracting(TensorDescriptor::getName)
                .containsExactly("mean", "echo.low", "echo.middle", "echo.high");
        assertThat(Stream.concat(info.getInputs().stream(), info.getOutputs().stream()))
                .allSatisfy(descriptor -> assertThat(descriptor.getShape()).containsExactly(1L));
    }

    @Test
    void numbersOfEveryTypeOfAWireAreTakenForItsFeaturesAndEveryOutputHasOneValue() throws Exception {
        List<Tensor> result =
                engine.infer(info, List.of(scalar("running", true), scalar("flow", 4.0), scalar("pressure", 7L)));

        assertThat(result)
                .extracting(tensor -> tensor.getDescriptor().getName() + "="
                        + tensor.getData(Float.class).orElseThrow())
                .containsExactly("mean=[4.0]", "echo.low=[4.0]", "echo.middle=[7.0]", "echo.high=[1.0]");
    }

    @Test
    void theGraphsOwnInputIsStillTaken() throws Exception {
        Tensor row = new Tensor(
                Float.class,
                TensorDescriptor.builder("row", "FP32", List.of(1L, 3L)).build(),
                List.of(1f, 2f, 3f));

        assertThat(engine.infer(info, List.of(row))).hasSize(2);
    }

    private void assertInvalid(String message, Tensor... tensors) {
        assertThatThrownBy(() -> engine.infer(info, List.of(tensors)))
                .isInstanceOf(KuraException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFeatureThatIsMissingUnknownOrNoNumberIsNamed() {
        assertInvalid(
                "model rows 1.0.0 was given no tensor for the feature 'pressure'; it takes [flow, pressure, running]",
                scalar("flow", 1.0),
                scalar("running", 1));
        assertInvalid(
                "has no feature [level]",
                scalar("flow", 1.0),
                scalar("pressure", 1),
                scalar("running", 1),
                scalar("level", 1));
        assertInvalid(
                "takes FP32 for the feature 'flow', got String",
                scalar("flow", "high"),
                scalar("pressure", 1),
                scalar("running", 1));
        assertInvalid(
                "takes finite values for the input 'row' (FP32 [-1, 3]), got NaN at index 1",
                scalar("flow", 1.0),
                scalar("pressure", Double.NaN),
                scalar("running", 1));
    }

    @Test
    void aQuantizedGraphComputesInItsSteps() throws Exception {
        Files.write(folder.resolve("qdq.onnx"), TestGraphs.quantized());
        engine.loadModel("qdq", Optional.empty());

        List<Tensor> result = engine.infer(
                engine.getModelInfo("qdq").orElseThrow(),
                List.of(new Tensor(
                        Float.class,
                        TensorDescriptor.builder("in", "FP32", List.of(1L, 4L)).build(),
                        List.of(0.6f, -3f, 1000f, 2f))));

        assertThat(result.get(0).getData(Float.class).orElseThrow()).containsExactly(0.5f, 0f, 63.5f, 2f);
    }

    @Test
    void aSealedFileIsReadOnlyWithTheKeyOfItsGateway() throws Exception {
        Path plain = folder.resolve("own.onnx");
        Files.write(plain, TestGraphs.quantized());
        SealedFiles.seal(plain, TestModels.vault(folder));
        assertThat(plain).doesNotExist();
        assertThat(Files.readAllBytes(folder.resolve("own.onnx.sealed")))
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain("QuantizeLinear");

        engine.loadModel("own", Optional.empty());
        assertThat(engine.isModelLoaded("own")).isTrue();

        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        OnnxInferenceEngine other =
                new OnnxInferenceEngine(catalog, TestModels.vault(elsewhere), folder, settings -> {});
        engine.unloadModel("own");
        assertThatThrownBy(() -> other.loadModel("own", Optional.empty()))
                .hasMessageContaining("it was sealed with another key, or changed since");
    }

    @Test
    void callsBeyondTheQueueFailAtOnceAndSayWhatToDo() {
        CallQueue queue = new CallQueue(1, 0);
        assertThat(queue.enter()).isTrue();
        assertThat(queue.enter()).as("nobody may wait").isFalse();
        queue.leave();
        assertThat(queue.enter()).isTrue();
    }
}
