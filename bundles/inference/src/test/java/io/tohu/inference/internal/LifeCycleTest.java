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

import static io.tohu.inference.internal.TestModels.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.inference.InferenceException;
import io.tohu.inference.LifeCycleException;
import io.tohu.inference.ModelMetrics;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of versions, over restarts of the gateway. */
class LifeCycleTest {

    private static final SampleWindow WINDOW = new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, new float[15]);
    private static final String KEY = "bundle:osgi-dp:machine";

    @TempDir
    Path folder;

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private ModelCatalog catalog;

    @AfterEach
    void close() {
        if (catalog != null) {
            catalog.close();
        }
    }

    /** A start of the gateway: what the store kept, and nothing else. */
    private ModelCatalog start(LifeCycleSettings settings) {
        if (catalog != null) {
            catalog.close();
        }
        catalog = new ModelCatalog(
                new ModelLoader(TestModels.RUNTIME, SessionSettings.DEFAULT, settings),
                Optional.of(new ModelStore(folder.resolve("kept"), TestModels.vault(folder))),
                status -> events.add(status.version() + " " + status.state()));
        return catalog;
    }

    private static LifeCycleSettings settings(PromotionPolicy policy) {
        return new LifeCycleSettings(policy, 50, 95, 0.5, 1000, 5, 100, 512);
    }

    private List<String> states() {
        return catalog.models().stream()
                .map(status -> status.version() + " " + status.state())
                .toList();
    }

    private void score(int windows) throws InferenceException {
        try (Scorer scorer = catalog.newScorer("machine")) {
            for (int i = 0; i < windows; i++) {
                scorer.score(WINDOW);
            }
        }
    }

    private String active() throws InferenceException {
        try (Scorer scorer = catalog.newScorer("machine")) {
            Score score = scorer.score(WINDOW);
            return score.model().version();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void aVersionGoesThroughItsStatesInOrderAndEachIsAnEvent() {
        start(settings(PromotionPolicy.IMMEDIATE)).offer(KEY, source("1.0.0"));

        assertThat(events)
                .containsExactly("1.0.0 ARRIVED", "1.0.0 VERIFIED", "1.0.0 LOADED", "1.0.0 CANDIDATE", "1.0.0 ACTIVE");
    }

    @Test
    void theActiveVersionIsThereAfterARestartBeforeAnyBundleIs() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));

        start(LifeCycleSettings.DEFAULT);

        assertThat(active()).isEqualTo("2.0.0");
        assertThat(states()).containsExactly("1.0.0 PREVIOUS", "2.0.0 ACTIVE");
    }

    @Test
    void theSameVersionAgainAtABootChangesNothingAndPassesNoGateAgain() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        start(LifeCycleSettings.DEFAULT);
        LoadedModel restored = catalog.active("machine");
        events.clear();

        catalog.offer(KEY, source("1.0.0"));

        assertThat(catalog.active("machine")).isSameAs(restored);
        assertThat(events).containsExactly("1.0.0 ARRIVED");
        assertThat(states()).containsExactly("1.0.0 ACTIVE");
    }

    @Test
    void aVersionThatWasTakenBackStaysBackOverARestartAndItsBundle() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));

        assertThat(catalog.rollback("machine")).isEqualTo("1.0.0");
        start(LifeCycleSettings.DEFAULT);
        catalog.offer(KEY, source("2.0.0"));

        assertThat(active()).isEqualTo("1.0.0");
        assertThat(catalog.models().get(1).reason()).isEqualTo("it was taken back by command");
        catalog.promote("machine", "2.0.0");
        assertThat(active()).isEqualTo("2.0.0");
    }

    @Test
    void whatAnOperatorPromotedStaysActiveWhenTheBundlesComeBackAtABoot() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));
        catalog.promote("machine", "1.0.0");

        start(LifeCycleSettings.DEFAULT);
        catalog.offer(KEY, source("2.0.0"));

        assertThat(active()).isEqualTo("1.0.0");
    }

    @Test
    void aDowngradeOfItsOwnBundleIsFollowedAndAnOlderVersionOfAnotherBundleWaits() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("2.0.0"));

        catalog.offer("bundle:other", source("1.5.0"));
        assertThat(active()).isEqualTo("2.0.0");
        catalog.offer(KEY, source("1.0.0"));

        assertThat(active()).isEqualTo("1.0.0");
        assertThat(states()).containsExactly("1.0.0 ACTIVE", "1.5.0 CANDIDATE", "2.0.0 PREVIOUS");
    }

    @Test
    void theUninstallOfTheActiveVersionBringsBackThePreviousOneOfAnotherBundle() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer("bundle:a", source("1.0.0"));
        catalog.offer("bundle:b", source("2.0.0"));

        catalog.withdraw("bundle:b");
        assertThat(active()).isEqualTo("1.0.0");
        start(LifeCycleSettings.DEFAULT);
        assertThat(active()).isEqualTo("1.0.0");
        catalog.withdraw("bundle:a");

        assertThat(states()).isEmpty();
        assertThat(Files.list(folder.resolve("kept")))
                .as("nothing is left of a model that is gone")
                .isEmpty();
    }

    @Test
    void aVersionInShadowThatAgreesIsPromotedByThePolicy() throws Exception {
        start(settings(PromotionPolicy.SHADOW)).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));
        assertThat(states()).containsExactly("1.0.0 ACTIVE", "2.0.0 SHADOW");

        score(60);

        await(() -> states().contains("2.0.0 ACTIVE"));
        assertThat(states()).containsExactly("1.0.0 PREVIOUS", "2.0.0 ACTIVE");
    }

    @Test
    void aVersionInShadowThatDecidesOtherwiseStaysThereAndTheReportSaysWhy() throws Exception {
        start(settings(PromotionPolicy.SHADOW)).offer(KEY, source("1.0.0"));
        ModelFiles files = TestModels.machine("2.0.0");
        byte[] card = TestModels.replaced(files.card(), "\"limit\": ", "\"limit\": 1e9, \"former\": ");
        catalog.offer(KEY, source("2.0.0", new ModelFiles(files.model(), card, files.golden())));

        score(60);

        await(() -> catalog.shadowReport("machine").orElseThrow().windows() >= 60);
        assertThat(catalog.shadowReport("machine").orElseThrow().agreement()).isZero();
        assertThat(catalog.shadowReport("machine").orElseThrow().verdict())
                .isEqualTo("it decides like the active version on 0.0 % of the windows, 95.0 % are wanted");
        assertThat(active()).isEqualTo("1.0.0");
    }

    @Test
    void byCommandMeansThatATrialThatGoesWellWaitsForThePromotion() throws Exception {
        start(settings(PromotionPolicy.COMMAND)).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));
        score(60);
        await(() -> catalog.shadowReport("machine").orElseThrow().windows() >= 60);
        assertThat(active()).isEqualTo("1.0.0");

        start(settings(PromotionPolicy.COMMAND));
        assertThat(states()).as("a trial begins anew after a restart").containsExactly("1.0.0 ACTIVE", "2.0.0 SHADOW");
        catalog.promote("machine", "2.0.0");

        assertThat(states()).containsExactly("1.0.0 PREVIOUS", "2.0.0 ACTIVE");
    }

    @Test
    void aVersionWhoseCallsFailIsRolledBackByItselfAndNotTriedAgain() throws Exception {
        start(settings(PromotionPolicy.IMMEDIATE)).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0", TestModels.otherChannels("2.0.0")));
        try (Scorer scorer = catalog.newScorer("machine")) {
            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> scorer.score(WINDOW)).isInstanceOf(InferenceException.class);
            }
            await(() -> catalog.active("machine").version().equals("1.0.0"));
            scorer.score(WINDOW);
        }

        assertThat(states()).containsExactly("1.0.0 ACTIVE", "2.0.0 REFUSED");
        assertThat(catalog.models().get(1).reason())
                .startsWith("it was rolled back: more than 5 of 100 calls failed, the last one because model machine"
                        + " 2.0.0 needs the channels [elsewhere]");
        ModelMetrics metrics = catalog.metrics("machine").orElseThrow();
        assertThat(metrics.rollbacks()).isEqualTo(1);
        assertThat(metrics.memoryBytes()).isPositive();
    }

    @Test
    void aVersionThatBreaksItsLatencyBudgetIsRolledBackByItself() throws Exception {
        ModelFiles files = TestModels.machine("2.0.0");
        start(settings(PromotionPolicy.IMMEDIATE)).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0", files));

        for (int i = 0; i < 6; i++) {
            catalog.active("machine").succeeded(TimeUnit.MILLISECONDS.toNanos(101));
        }

        await(() -> catalog.active("machine").version().equals("1.0.0"));
        assertThat(catalog.models().get(1).reason()).contains("took longer than its budget of 100.0 ms");
    }

    @Test
    void theFormerVersionStaysLoadedUntilTheNewOneHasProvenItself() throws Exception {
        start(new LifeCycleSettings(PromotionPolicy.IMMEDIATE, 50, 95, 0.5, 20, 5, 100, 512))
                .offer(KEY, source("1.0.0"));
        LoadedModel former = catalog.active("machine");
        catalog.offer(KEY, source("2.0.0"));
        score(10);
        assertThat(former.acquire()).as("still loaded").isTrue();
        former.release();

        score(10);

        await(() -> {
            boolean open = former.acquire();
            if (open) {
                former.release();
            }
            return !open;
        });
        assertThat(catalog.rollback("machine"))
                .as("loaded again for a rollback")
                .isEqualTo("1.0.0");
        score(1);
    }

    @Test
    void aVersionBeyondItsBudgetsIsRefusedAndTheActiveOneGoesOn() throws Exception {
        start(new LifeCycleSettings(PromotionPolicy.IMMEDIATE, 50, 95, 0.5, 20, 5, 100, 512))
                .offer(KEY, source("1.0.0"));
        ModelFiles files = TestModels.machine("2.0.0");
        byte[] hurried =
                TestModels.replaced(files.card(), "\"task\"", "\"requires\": {\"latency.ms\": 0.000001}, \"task\"");
        byte[] foreign =
                TestModels.replaced(files.card(), "\"task\"", "\"requires\": {\"platforms\": [\"mars\"]}, \"task\"");
        byte[] newer = TestModels.replaced(files.card(), "\"task\"", "\"requires\": {\"engine\": \"99.0\"}, \"task\"");

        assertThat(offer(files, hurried))
                .contains("95 % of its calls take up to")
                .contains("its budget is 1.00e-06 ms");
        assertThat(offer(files, foreign))
                .isEqualTo("it was made for [mars], this gateway is " + ModelLoader.platform());
        assertThat(offer(files, newer)).contains("it needs ONNX Runtime 99.0, this gateway has ");
        assertThat(active()).isEqualTo("1.0.0");
        assertThat(catalog.metrics("machine").orElseThrow().refused()).isEqualTo(3);
    }

    private String offer(ModelFiles files, byte[] card) {
        return catalog.offer("bundle:x", source("2.0.0", new ModelFiles(files.model(), card, files.golden())))
                .orElseThrow();
    }

    @Test
    void aRetiredVersionIsDeletedAndItsBundleDoesNotBringItBack() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        catalog.offer("bundle:b", source("2.0.0"));
        assertThatThrownBy(() -> catalog.retire("machine", "2.0.0"))
                .isInstanceOf(LifeCycleException.class)
                .hasMessageContaining("is active: promote another version before");

        catalog.retire("machine", "1.0.0");
        start(LifeCycleSettings.DEFAULT);
        catalog.offer(KEY, source("1.0.0"));

        assertThat(states()).containsExactly("1.0.0 RETIRED", "2.0.0 ACTIVE");
        assertThat(Files.list(folder.resolve("kept/machine"))).hasSize(2);
    }

    @Test
    void aCommandThatCannotBeCarriedOutSaysWhy() {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));

        assertThatThrownBy(() -> catalog.promote("pump", "1.0.0"))
                .hasMessage("there is no model pump here; there are [machine]");
        assertThatThrownBy(() -> catalog.promote("machine", "3.0.0"))
                .hasMessage("model machine has no version 3.0.0 here; it has [1.0.0]");
        assertThatThrownBy(() -> catalog.rollback("machine"))
                .hasMessage("model machine has no former version to go back to");
        assertThatThrownBy(() -> catalog.shadow("machine", "1.0.0")).hasMessageContaining("is active");
    }

    @Test
    void aCopyOrJournalThatIsDamagedLeavesWhatElseThereIs() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));
        String digest = TestModels.machine("2.0.0").digest();
        Files.write(folder.resolve("kept/machine/" + digest.substring(0, 32) + ".model"), new byte[100]);

        start(LifeCycleSettings.DEFAULT);
        assertThat(active()).as("the previous version takes over").isEqualTo("1.0.0");

        Files.writeString(folder.resolve("kept/machine/journal.json"), "{torn");
        start(LifeCycleSettings.DEFAULT);
        assertThat(catalog.models()).isEmpty();
        catalog.offer(KEY, source("2.0.0"));
        assertThat(active()).as("the bundle decides anew").isEqualTo("2.0.0");
    }

    @Test
    void whatIsKeptCanBeReadByThisGatewayOnly() throws Exception {
        start(LifeCycleSettings.DEFAULT).offer(KEY, source("1.0.0"));
        String digest = TestModels.machine("1.0.0").digest();
        byte[] kept = Files.readAllBytes(folder.resolve("kept/machine/" + digest.substring(0, 32) + ".model"));

        assertThat(Vault.isSealed(kept)).isTrue();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("machine");
        Files.delete(folder.resolve("key"));
        start(LifeCycleSettings.DEFAULT);
        assertThat(states()).as("with another key").containsExactly("1.0.0 REFUSED");
    }

    @Test
    void lookingForAModelThatIsNotThereKeepsNothingOfItsName() throws Exception {
        start(LifeCycleSettings.DEFAULT);
        OnnxInferenceEngine engine = new OnnxInferenceEngine(catalog, null, folder);
        for (int i = 0; i < 1000; i++) {
            assertThat(engine.isModelLoaded("none" + i)).isFalse();
            catalog.newScorer("none" + i).close();
        }

        assertThat(catalog.slotCount()).isZero();
    }
}
