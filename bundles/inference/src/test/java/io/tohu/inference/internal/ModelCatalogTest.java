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

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import io.tohu.inference.internal.SessionSettings.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());

    @AfterEach
    void close() {
        catalog.close();
    }

    private String active() {
        LoadedModel model = catalog.active("machine");
        return model == null ? "none" : model.version();
    }

    private List<String> states() {
        return catalog.models().stream()
                .map(status -> status.version() + " " + status.state())
                .toList();
    }

    @Test
    void theHighestVersionIsActiveInWhateverOrderTheyCome() {
        catalog.offer("1", source("1.9.0"));
        catalog.offer("2", source("1.10.0"));
        catalog.offer("3", source("1.2.0"));

        assertThat(active()).isEqualTo("1.10.0");
        assertThat(states()).containsExactly("1.2.0 CANDIDATE", "1.9.0 PREVIOUS", "1.10.0 ACTIVE");
    }

    @Test
    void aRefusedModelSaysWhyAndLeavesTheActiveOneAlone() {
        catalog.offer("1", source("1.0.0"));
        ModelFiles torn = TestModels.machine("2.0.0");

        catalog.offer("2", source("2.0.0", new ModelFiles(new byte[10], torn.card(), torn.golden())));

        assertThat(active()).isEqualTo("1.0.0");
        ModelStatus refused = catalog.models().get(1);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.reason()).startsWith("model.onnx has the SHA-256 ");
    }

    @Test
    void aSourceThatFailsUnexpectedlyIsRefusedLikeAnyOtherAndTheRestGoesOn() {
        catalog.offer("1", source("1.0.0"));

        Optional<String> refusal = catalog.offer("2", failing(new IllegalStateException("bundle is uninstalled")));
        catalog.offer("3", failing(new OutOfMemoryError("Java heap space")));

        assertThat(refusal.orElseThrow()).contains("bundle is uninstalled");
        assertThat(active()).isEqualTo("1.0.0");
        assertThat(states()).containsExactly("1.0.0 ACTIVE", "2.0.0 REFUSED", "2.0.0 REFUSED");
        assertThat(catalog.models().get(2).reason()).contains("memory");
    }

    @Test
    void aReasonThatQuotesABundleIsOneShortLineOfTheLog() {
        String forged = "x\n2026-01-01 INFO all is well\u001b[2J" + "[0]".repeat(5000);

        String reason =
                catalog.offer("1", failing(new IllegalStateException(forged))).orElseThrow();

        assertThat(reason)
                .hasSizeLessThan(600)
                .doesNotContainPattern("\\p{Cntrl}")
                .contains("all is well");
    }

    @Test
    void theSameVersionFromASecondSourceIsTheSameModelAndStaysUntilBothAreGone() {
        catalog.offer("1", source("1.0.0"));
        LoadedModel first = catalog.active("machine");

        assertThat(catalog.offer("2", source("1.0.0"))).isEmpty();
        assertThat(catalog.active("machine")).isSameAs(first);
        assertThat(states()).containsExactly("1.0.0 ACTIVE");
        catalog.withdraw("1");
        assertThat(catalog.active("machine")).isSameAs(first);
        catalog.withdraw("2");
        assertThat(active()).isEqualTo("none");
    }

    @Test
    void anotherModelUnderAVersionThatIsTakenIsRefusedWithTheOriginOfTheFirst() {
        catalog.offer("1", source("1.0.0"));
        ModelFiles files = TestModels.machine("1.0.0");
        byte[] card = TestModels.replaced(files.card(), "\"limit\": ", "\"limit\": 9");

        Optional<String> refusal =
                catalog.offer("2", source("1.0.0", new ModelFiles(files.model(), card, files.golden())));

        assertThat(refusal.orElseThrow())
                .isEqualTo("version 1.0.0 of machine is here already with other content, from test: give the new one a"
                        + " version of its own");
        assertThat(states()).containsExactly("1.0.0 ACTIVE", "1.0.0 REFUSED");
    }

    private static ModelSource failing(Throwable failure) {
        ModelSource announced = source("2.0.0");
        return new ModelSource() {
            @Override
            public String origin() {
                return announced.origin();
            }

            @Override
            public String announcedName() {
                return announced.announcedName();
            }

            @Override
            public String announcedVersion() {
                return announced.announcedVersion();
            }

            @Override
            public ModelFiles read() {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    @Test
    void aSourceWhoseUpdateIsRefusedGoesOnWithWhatItHad() {
        catalog.offer("1", source("1.0.0"));

        catalog.offer("1", source("2.0.0", TestModels.machine("3.0.0")));

        assertThat(active()).isEqualTo("1.0.0");
        assertThat(states()).containsExactly("1.0.0 ACTIVE", "2.0.0 REFUSED");
    }

    @Test
    void theFormerVersionTakesOverAtOnceWhenTheActiveOneGoes() {
        catalog.offer("1", source("1.0.0"));
        catalog.offer("2", source("2.0.0"));

        catalog.withdraw("2");

        assertThat(active()).isEqualTo("1.0.0");
    }

    @Test
    void aCallEndsOnTheVersionItBeganWith() throws Exception {
        catalog.offer("1", source("1.0.0"));
        LoadedModel inUse = catalog.acquire("machine");

        catalog.offer("1", source("2.0.0"));

        assertThat(active()).isEqualTo("2.0.0");
        assertThat(inUse.session().getInputInfo())
                .as("the session is still open")
                .isNotEmpty();
        catalog.withdraw("1");
        inUse.release();
        assertThat(inUse.acquire()).as("the last lease closed it").isFalse();
    }

    @Test
    void otherSettingsOpenEveryModelAnew() {
        catalog.offer("1", source("1.0.0"));
        LoadedModel before = catalog.active("machine");

        catalog.reload(new ModelLoader(
                TestModels.RUNTIME, new SessionSettings(2, OptLevel.NO_OPT, Provider.CPU), LifeCycleSettings.DEFAULT));

        assertThat(catalog.active("machine")).isNotSameAs(before);
        assertThat(before.acquire()).isFalse();
    }

    @Test
    void noWindowIsLostWhileVersionsAreSwapped() throws Exception {
        catalog.offer("0", source("1.0.0"));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> scoring = new ArrayList<>();
            List<AtomicInteger> scored = List.of(new AtomicInteger(), new AtomicInteger());
            for (AtomicInteger count : scored) {
                scoring.add(callers.submit(() -> {
                    try (Scorer scorer = catalog.newScorer("machine")) {
                        SampleWindow window = new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, new float[15]);
                        while (!done.get()) {
                            scorer.score(window);
                            count.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            ModelFiles[] versions = {TestModels.machine("1.0.0"), TestModels.machine("1.1.0")};
            // At least 50, and until both have scored among them; a caller that failed ends it.
            for (int swap = 0;
                    swap < 50
                            || scored.stream().anyMatch(count -> count.get() < 50)
                                    && scoring.stream().noneMatch(Future::isDone);
                    swap++) {
                catalog.offer("0", source(swap % 2 == 0 ? "1.1.0" : "1.0.0", versions[(swap + 1) % 2]));
            }
            done.set(true);
            for (Future<?> caller : scoring) {
                caller.get();
            }
            assertThat(scored).allMatch(count -> count.get() >= 50);
        } finally {
            done.set(true);
            callers.shutdownNow();
        }
    }
}
