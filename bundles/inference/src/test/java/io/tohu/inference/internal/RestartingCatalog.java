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

import io.tohu.inference.InferenceException;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog that can be started anew with what was kept, as a gateway does. */
abstract class RestartingCatalog {

    static final SampleWindow WINDOW = new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, new float[15]);
    static final String KEY = "bundle:osgi-dp:machine";

    @TempDir
    Path folder;

    final List<String> events = Collections.synchronizedList(new ArrayList<>());
    ModelCatalog catalog;

    @AfterEach
    void close() {
        if (catalog != null) {
            catalog.close();
        }
    }

    /** A start of the gateway: what the store kept, and nothing else. */
    ModelCatalog start(LifeCycleSettings settings) {
        if (catalog != null) {
            catalog.close();
        }
        catalog = new ModelCatalog(
                new ModelLoader(TestModels.RUNTIME, SessionSettings.DEFAULT, settings),
                Optional.of(new ModelStore(folder.resolve("kept"), TestModels.vault(folder))),
                status -> events.add(status.version() + " " + status.state()));
        return catalog;
    }

    static LifeCycleSettings settings(PromotionPolicy policy) {
        return new LifeCycleSettings(policy, 50, 95, 0.5, 1000, 5, 100, 512);
    }

    List<String> states() {
        return catalog.models().stream()
                .map(status -> status.version() + " " + status.state())
                .toList();
    }

    void score(int windows) throws InferenceException {
        try (Scorer scorer = catalog.newScorer("machine")) {
            for (int i = 0; i < windows; i++) {
                scorer.score(WINDOW);
            }
        }
    }

    String active() throws InferenceException {
        try (Scorer scorer = catalog.newScorer("machine")) {
            Score score = scorer.score(WINDOW);
            return score.model().version();
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
