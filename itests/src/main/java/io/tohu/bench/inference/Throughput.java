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
import io.tohu.bench.Row;
import io.tohu.bench.pipeline.BareModel;
import io.tohu.bench.pipeline.LocalModels;
import io.tohu.cli.process.Layout;
import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Windows a second of several detectors that share a model, each in a thread of its own as an asset gives it one. */
final class Throughput implements Bench.Part {

    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Layout layout;

    Throughput(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "throughput";
    }

    private interface Work {
        /** Calls until a time and gives the number of calls. */
        long until(long end) throws IOException, InferenceException;
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        BenchSubject subject = BenchSubject.pump(layout);
        ModelRegistry models = LocalModels.of(subject.folder(), subject.name(), BenchSubject.VERSION);
        List<Row> rows = new ArrayList<>();
        for (int detectors : new int[] {1, 8, 32}) {
            SampleWindow window = subject.window(detectors);
            Work scoring = end -> {
                try (Scorer scorer = models.newScorer(subject.name())) {
                    long calls = 0;
                    for (; System.nanoTime() < end; calls++) {
                        scorer.score(window);
                    }
                    return calls;
                }
            };
            Work bare = end -> {
                try (BareModel model = new BareModel(
                        subject.graph(), subject.samples(), subject.channels().size())) {
                    long calls = 0;
                    for (; System.nanoTime() < end; calls++) {
                        model.run(window.values());
                    }
                    return calls;
                }
            };
            run(detectors, scoring);
            rows.add(Row.of(
                    detectors + (detectors == 1 ? " detector" : " detectors")
                            + ", bare calls with sessions of their own" + " beside",
                    "windows/s",
                    run(detectors, scoring),
                    run(detectors, bare)));
        }
        return rows;
    }

    private static double run(int threads, Work work) throws IOException, InterruptedException {
        ExecutorService line = Executors.newFixedThreadPool(threads);
        try {
            long end = System.nanoTime() + RUN_NANOS;
            List<Future<Long>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(line.submit(() -> work.until(end)));
            }
            long sum = 0;
            for (Future<Long> count : calls) {
                sum += count.get();
            }
            return sum / (RUN_NANOS / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e);
        } finally {
            line.shutdownNow();
        }
    }
}
