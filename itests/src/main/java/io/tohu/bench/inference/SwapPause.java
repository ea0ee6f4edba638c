/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.inference;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Percentiles;
import io.tohu.bench.Row;
import io.tohu.bench.pipeline.LocalModels;
import io.tohu.cli.process.Layout;
import io.tohu.inference.InferenceException;
import io.tohu.inference.LifeCycleException;
import io.tohu.inference.ModelLifeCycle;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A line of a thousand windows a second whose model is changed again and again: what its calls then take. */
final class SwapPause implements Bench.Part {

    private static final int SWAPS = 200;
    private static final long SWAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final String OTHER = "2.0.0";

    private final Layout layout;

    SwapPause(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "swap pause";
    }

    /** @param version that scored, empty when the window was lost */
    private record Call(String version, long nanos) {}

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        BenchSubject subject = BenchSubject.autoencoder(Files.createTempDirectory("tohu-bench-models"));
        Path other = subject.otherVersion(subject.folder().getParent(), OTHER);
        ModelRegistry models =
                LocalModels.of(List.of(subject.folder(), other), subject.name(), List.of(BenchSubject.VERSION, OTHER));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService line = Executors.newSingleThreadExecutor();
        try {
            Future<List<Call>> calls = line.submit(() -> deliver(models, subject, done));
            for (int swap = 0; swap < SWAPS; swap++) {
                LockSupport.parkNanos(SWAP_NANOS);
                ((ModelLifeCycle) models).promote(subject.name(), swap % 2 == 0 ? BenchSubject.VERSION : OTHER);
            }
            done.set(true);
            return rows(calls.get());
        } catch (LifeCycleException | ExecutionException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        } finally {
            done.set(true);
            line.shutdownNow();
        }
    }

    private static List<Call> deliver(ModelRegistry models, BenchSubject subject, AtomicBoolean done) {
        List<Call> calls = new ArrayList<>();
        SampleWindow window = subject.window(1);
        try (Scorer scorer = models.newScorer(subject.name())) {
            long begin = System.nanoTime();
            while (!done.get()) {
                LockSupport.parkNanos(begin + calls.size() * WINDOW_NANOS - System.nanoTime());
                long call = System.nanoTime();
                String version;
                try {
                    version = scorer.score(window).model().version();
                } catch (InferenceException e) {
                    version = "";
                }
                calls.add(new Call(version, System.nanoTime() - call));
            }
        }
        return calls;
    }

    private static List<Row> rows(List<Call> calls) {
        List<Double> first = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 1; i < calls.size(); i++) {
            boolean swapped = !calls.get(i).version().equals(calls.get(i - 1).version());
            (swapped ? first : others).add(calls.get(i).nanos() / 1e6);
        }
        long lost = calls.stream().filter(call -> call.version().isEmpty()).count();
        Percentiles after = percentiles(first);
        Percentiles between = percentiles(others);
        return List.of(
                Row.of("first call after a swap, p50; other calls beside", "ms", after.median(), between.median()),
                Row.of("first call after a swap, p95; other calls beside", "ms", after.at(95), between.at(95))
                        .withGoal(Goal.atMost(1)),
                Row.of("swaps that the line saw", "swaps", first.size()),
                Row.of("windows lost", "windows", lost).withGoal(Goal.atMost(0)));
    }

    private static Percentiles percentiles(List<Double> values) {
        return new Percentiles(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
