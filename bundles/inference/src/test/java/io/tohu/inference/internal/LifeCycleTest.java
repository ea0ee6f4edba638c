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

import io.tohu.inference.LifeCycleException;
import io.tohu.inference.PromotionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of versions, over restarts of the gateway. */
class LifeCycleTest extends RestartingCatalog {

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
        catalog.offer(KEY, source("2.0.0"));
        assertThat(active()).as("its bundle heals the damaged one").isEqualTo("2.0.0");

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

        catalog.offer(KEY, source("1.0.0"));
        start(LifeCycleSettings.DEFAULT);
        assertThat(states()).as("its bundle has brought it again").containsExactly("1.0.0 ACTIVE");
    }

    @Test
    void lookingForAModelThatIsNotThereKeepsNothingOfItsName() throws Exception {
        start(LifeCycleSettings.DEFAULT);
        OnnxInferenceEngine engine = new OnnxInferenceEngine(catalog, null, folder, settings -> {});
        for (int i = 0; i < 1000; i++) {
            assertThat(engine.isModelLoaded("none" + i)).isFalse();
            catalog.newScorer("none" + i).close();
        }

        assertThat(catalog.slotCount()).isZero();
    }

    @Test
    void aModelBundleLoadedByPathIsKeptAndCanBeUnloadedAfterARestart() throws Exception {
        Path jar = folder.resolve("machine.jar");
        TestModels.write(jar, "machine", "1.0.0", TestModels.machine("1.0.0"));
        engine(start(LifeCycleSettings.DEFAULT)).loadModel("machine", Optional.of(jar.toString()));

        OnnxInferenceEngine after = engine(start(LifeCycleSettings.DEFAULT));
        assertThat(active()).isEqualTo("1.0.0");
        after.unloadModel("machine");

        assertThat(states()).isEmpty();
    }

    private OnnxInferenceEngine engine(ModelCatalog from) {
        return new OnnxInferenceEngine(from, TestModels.vault(folder), folder, settings -> {});
    }

    @Test
    void howModelsAreJudgedIsKnownAtTheNextStartBeforeTheEngineIsConfigured() throws Exception {
        Path file = folder.resolve("settings.json");
        LifeCycleSettings strict = settings(PromotionPolicy.COMMAND);
        strict.write(file);

        assertThat(LifeCycleSettings.read(file)).isEqualTo(strict);
        Files.writeString(file, "torn");
        assertThat(LifeCycleSettings.read(file)).isEqualTo(LifeCycleSettings.DEFAULT);
    }
}
