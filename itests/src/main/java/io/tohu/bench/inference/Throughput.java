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
import io.tohu.bench.Rounds;
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

    private static final long RUN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int ROUNDS = 9;

    private final Layout layout;

    Throughput(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "throughput";
    }

    private interface Work {
        /** Calls for {@link #RUN_NANOS} after its preparations, and gives calls a second. */
        double rate() throws IOException, InferenceException;
    }

    private interface Call {
        void run() throws IOException, InferenceException;
    }

    private static double rate(Call call) throws IOException, InferenceException {
        long begin = System.nanoTime();
        long calls = 0;
        for (; System.nanoTime() - begin < RUN_NANOS; calls++) {
            call.run();
        }
        return calls * 1e9 / (System.nanoTime() - begin);
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        BenchSubject subject = BenchSubject.pump(layout);
        ModelRegistry models = LocalModels.of(subject.folder(), subject.name(), BenchSubject.VERSION);
        List<Row> rows = new ArrayList<>();
        for (int detectors : new int[] {1, 8, 32}) {
            SampleWindow window = subject.window(detectors);
            Work scoring = () -> {
                try (Scorer scorer = models.newScorer(subject.name())) {
                    return rate(() -> scorer.score(window));
                }
            };
            Work bare = () -> {
                try (BareModel model = new BareModel(
                        subject.graph(), subject.samples(), subject.channels().size())) {
                    return rate(() -> model.run(window.values()));
                }
            };
            Rounds<Double> rounds =
                    Rounds.interleave(2, ROUNDS, () -> run(detectors, scoring), () -> run(detectors, bare));
            rows.add(rounds.row(
                    detectors + (detectors == 1 ? " detector" : " detectors")
                            + ", bare calls with sessions of their own" + " beside",
                    "windows/s",
                    Double::doubleValue));
        }
        return rows;
    }

    private static double run(int threads, Work work) throws IOException, InterruptedException {
        ExecutorService line = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                rates.add(line.submit(work::rate));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e);
        } finally {
            line.shutdownNow();
        }
    }
}
