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

import static io.tohu.inference.internal.TestModels.machine;
import static io.tohu.inference.internal.TestModels.replaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLoaderTest {

    private static final ModelFiles GOOD = machine("1.0.0");

    private static void assertRefused(ModelFiles files, String reason) {
        assertThatThrownBy(() -> TestModels.loader().load(files, "machine", "1.0.0", state -> {}))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining(reason);
    }

    private static ModelFiles withCard(String text, String by) {
        return new ModelFiles(GOOD.model(), replaced(GOOD.card(), text, by), GOOD.golden());
    }

    @Test
    void aModelThatPassesEveryGateIsLoaded() throws ModelRefusedException {
        LoadedModel model = TestModels.loader().load(GOOD, "machine", "1.0.0", state -> {});

        assertThat(model.id()).isEqualTo("machine 1.0.0");
        assertThat(model.card().orElseThrow().card().limit()).isPositive();
        model.release();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"version\": \"1.0.0\"` | `\"version\": \"2.0.0\"` | card.json speaks of machine 2.0.0, but it was"
                        + " announced as machine 1.0.0",
                "`\"version\": \"1.0.0\"` | `\"version\": \"1.0\"` | version is '1.0', expected major.minor.micro",
                "`\"task\": \"anomaly\"` | `\"task\": \"magic\"` | task is 'magic', expected anomaly",
                "`\"samples\": 5` | `\"samples\": 0` | samples is not a whole number, at least 1",
                "`\"samples\": 5` | `\"samples\": 6` | 6 samples of 3 features in card.json need FP32 [1, 6, 3]",
                "`\"samples\": 5,` | `` | card.json: window: samples is missing",
                "`\"input\": \"window\"` | `\"input\": \"rows\"` | card.json names the input 'rows'",
                "`\"score\": \"score\"` | `\"score\": \"points\"` | card.json names the output 'points'",
                "`\"name\": \"flow\"` | `\"name\": \"load\"` | features names 'load' twice",
                "`\"limit\":` | `\"border\":` | card.json: limit is missing",
                "`\"sha256\": \"` | `\"sha256\": \"x` | sha256 is 'x",
                "`{` | `` | card.json is not JSON",
            })
    void aCardThatIsWrongIsRefusedWithASentence(String text, String by, String reason) {
        assertRefused(withCard(text, by == null ? "" : by), reason);
    }

    @Test
    void aModelThatIsNotTheOneOfTheCardIsRefusedByItsHash() {
        byte[] tampered = GOOD.model().clone();
        tampered[tampered.length / 2] ^= 1;

        assertRefused(new ModelFiles(tampered, GOOD.card(), GOOD.golden()), "model.onnx has the SHA-256 ");
    }

    @Test
    void aModelThatComputesSomethingElseIsRefusedByItsGoldenSamples() {
        String golden = new String(GOOD.golden(), StandardCharsets.UTF_8)
                .replaceFirst("(\"score\": \\[\\s*)[0-9.]+", "$1" + "99.0");

        assertRefused(
                new ModelFiles(GOOD.model(), GOOD.card(), golden.getBytes(StandardCharsets.UTF_8)),
                "golden sample 0 gives score[0] = ");
    }

    @Test
    void goldenSamplesForAnotherInputAreRefused() {
        assertRefused(
                new ModelFiles(GOOD.model(), GOOD.card(), replaced(GOOD.golden(), "\"window\"", "\"rows\"")),
                "golden sample 0 has values for the input 'rows'; the graph's inputs are ['window' (FP32 [1, 5, 3])]");
    }

    @ParameterizedTest
    @CsvSource({"1e999", "-1e999"})
    void aGoldenValueThatIsNotFiniteProvesNothingAndIsRefused(String value) {
        String golden = new String(GOOD.golden(), StandardCharsets.UTF_8)
                .replaceFirst("(\"score\": \\[\\s*)[0-9.]+", "$1" + value);

        assertRefused(
                new ModelFiles(GOOD.model(), GOOD.card(), golden.getBytes(StandardCharsets.UTF_8)),
                "outputs: score is not an array of finite numbers");
    }

    @Test
    void aGoldenSampleThatExpectsNothingIsRefused() {
        String golden = new String(GOOD.golden(), StandardCharsets.UTF_8)
                .replaceAll("\"outputs\": \\{[^}]*}", "\"outputs\": {}");

        assertRefused(
                new ModelFiles(GOOD.model(), GOOD.card(), golden.getBytes(StandardCharsets.UTF_8)),
                "golden sample 0 expects no output");
    }

    @Test
    void aWindowThatNoGatewayCanHoldIsRefusedBeforeADetectorTriesIt() {
        assertRefused(
                withCard("\"samples\": 5", "\"samples\": 2147483647"),
                "card.json: a window of 2147483647 samples of 3 features is larger than ");
    }

    @Test
    void aFileThatIsNoOnnxIsRefused() {
        assertThatThrownBy(() -> TestModels.loader().loadGraph("noise", "no graph".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("model.onnx is no ONNX model");
    }
}
