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
import io.tohu.inference.ModelMetrics;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a version takes over by itself, and when it is taken back. */
class PromotionTest extends RestartingCatalog {

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
        try (Scorer scorer = catalog.newScorer("machine")) {
            scorer.score(WINDOW);
            catalog.offer(KEY, source("2.0.0", TestModels.otherChannels("2.0.0")));
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
    void aDetectorThatNeverFittedTheModelHasNoGoodVersionRolledBack() throws Exception {
        start(settings(PromotionPolicy.IMMEDIATE)).offer(KEY, source("1.0.0"));
        catalog.offer(KEY, source("2.0.0"));
        SampleWindow foreign = new SampleWindow(List.of("a", "b", "c"), TestModels.SAMPLES, new float[15]);
        try (Scorer misplaced = catalog.newScorer("machine")) {
            for (int i = 0; i < 200; i++) {
                assertThatThrownBy(() -> misplaced.score(foreign)).hasMessageContaining("needs the channels");
            }
        }

        assertThat(catalog.metrics("machine").orElseThrow().failures()).isZero();
        assertThat(states()).containsExactly("1.0.0 PREVIOUS", "2.0.0 ACTIVE");
    }
}
