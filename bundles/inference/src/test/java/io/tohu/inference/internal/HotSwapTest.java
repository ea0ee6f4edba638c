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
import static org.assertj.core.api.Assertions.within;

import io.tohu.inference.InferenceException;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that change while a line delivers a thousand windows a second. */
class HotSwapTest {

    private static final int PER_SECOND = 1000;
    private static final int SWAPS = Boolean.getBoolean("tohu.full") ? 200 : 50;
    private static final int SEED = 3;

    @TempDir
    Path folder;

    /** What became of one window: its number is its index. */
    private record Result(String version, double score, long nanos) {}

    @Test
    void noWindowIsLostDoubledOrScoredByAVersionThatNeverWas() throws Exception {
        ModelStore store = new ModelStore(folder.resolve("kept"), TestModels.vault(folder));
        ModelCatalog catalog = new ModelCatalog(TestModels.loader(), Optional.of(store), status -> {});
        catalog.offer("bundle:a", source("1.0.0"));
        catalog.offer("bundle:b", source("2.0.0"));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService line = Executors.newSingleThreadExecutor();
        try {
            Future<List<Result>> results = line.submit(() -> deliver(catalog, done));
            for (int swap = 0; swap < SWAPS; swap++) {
                catalog.promote("machine", swap % 2 == 0 ? "1.0.0" : "2.0.0");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            done.set(true);
            check(results.get(60, TimeUnit.SECONDS));
        } finally {
            done.set(true);
            line.shutdownNow();
            catalog.close();
        }
    }

    private static SampleWindow window(int number) {
        float[] values = new float[TestModels.SAMPLES * TestModels.CHANNELS.size()];
        double[][] rows = TestModels.healthy(SEED + number % 7, TestModels.SAMPLES);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / 3][i % 3];
        }
        return new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, values);
    }

    private static List<Result> deliver(ModelCatalog catalog, AtomicBoolean done) throws InferenceException {
        List<Result> results = new ArrayList<>();
        long begin = System.nanoTime();
        try (Scorer scorer = catalog.newScorer("machine")) {
            while (!done.get()) {
                SampleWindow window = window(results.size());
                LockSupport.parkNanos(
                        begin + results.size() * TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime());
                long call = System.nanoTime();
                Score score = scorer.score(window);
                results.add(new Result(score.model().version(), score.score(), System.nanoTime() - call));
            }
        }
        return results;
    }

    private static void check(List<Result> results) {
        int changes = 0;
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).version()).isIn("1.0.0", "2.0.0");
            // Both versions hold the same graph, so a result that belongs to another window would differ.
            assertThat(results.get(i).score())
                    .as("window %d", i)
                    .isCloseTo(TestModels.reference(window(i)), within(0.01));
            if (i > 0 && !results.get(i).version().equals(results.get(i - 1).version())) {
                changes++;
            }
        }
        assertThat(changes).as("changes that the line has seen").isBetween(SWAPS / 4, SWAPS);
        long[] nanos = results.stream().mapToLong(Result::nanos).sorted().toArray();
        System.out.printf(
                "%d windows over %d swaps: a call took %.3f ms at p99 and %.3f ms at most%n",
                nanos.length, changes, nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
