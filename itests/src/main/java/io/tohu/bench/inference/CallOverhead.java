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
import io.tohu.bench.CallCost;
import io.tohu.bench.Goal;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.pipeline.BareModel;
import io.tohu.bench.pipeline.LocalModels;
import io.tohu.bench.standalone.Form;
import io.tohu.cli.process.Layout;
import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelLifeCycle;
import io.tohu.inference.ModelMetrics;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import io.tohu.inference.internal.ModelRegistryComponent;
import io.tohu.inference.internal.OnnxInferenceEngine;
import io.tohu.inference.internal.OnnxInferenceEngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;

/** One call, over the engine's fast path and over Kura's interface, beside the bare call with reused buffers. */
final class CallOverhead implements Bench.Part {

    private static final int CALLS = 100;
    private static final int WARM_UPS = 60;
    private static final int ROUNDS = 80;
    /** A tenth of the bare call, or this, whichever is more; and never more than the other. */
    private static final double FREE_MICROS = 3;

    private static final double MOST_MICROS = 20;

    private final Layout layout;

    CallOverhead(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "call overhead";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tohu-bench-models");
        List<Row> rows = new ArrayList<>();
        for (BenchSubject subject :
                List.of(BenchSubject.pump(layout), BenchSubject.autoencoder(folder), BenchSubject.classifier(folder))) {
            measure(subject, rows);
        }
        return rows;
    }

    private static void measure(BenchSubject subject, List<Row> rows) throws IOException, InterruptedException {
        ModelRegistry models = LocalModels.of(subject.folder(), subject.name(), BenchSubject.VERSION);
        SampleWindow window = subject.window(1);
        try (Scorer scorer = models.newScorer(subject.name());
                BareModel bare = new BareModel(
                        subject.graph(), subject.samples(), subject.channels().size())) {
            Rounds.Measurement<CallCost> reference = () -> CallCost.measure(CALLS, () -> bare.run(window.values()));
            Rounds<CallCost> fast = Rounds.interleave(
                    WARM_UPS, ROUNDS, () -> CallCost.measure(CALLS, () -> score(scorer, window)), reference);
            Row p50 = fast.row(subject.title() + ", p50", "us", CallCost::p50Micros);
            double budget = Math.min(MOST_MICROS, Math.max(FREE_MICROS, 0.1 * p50.reference()));
            rows.add(p50.withGoal(Goal.atMost(p50.reference() + budget)));
            rows.add(fast.row(subject.title() + ", p99", "us", CallCost::p99Micros));
            rows.add(fast.row(subject.title() + ", allocation per call", "bytes", CallCost::bytes));
            CallCost.Call kura = overKura(models, subject, window);
            Rounds<CallCost> slow = Rounds.interleave(WARM_UPS, ROUNDS, () -> CallCost.measure(CALLS, kura), reference);
            rows.add(slow.row(subject.title() + " over Kura's InferenceEngineService, p50", "us", CallCost::p50Micros));
            rows.add(slow.row(
                    subject.title() + " over Kura's InferenceEngineService, allocation per call",
                    "bytes",
                    CallCost::bytes));
            ModelMetrics metrics =
                    ((ModelLifeCycle) models).metrics(subject.name()).orElseThrow();
            rows.add(Row.of(
                    subject.title() + ", memory of the loaded model beside the size of its file",
                    "KiB",
                    metrics.memoryBytes() / 1024.0,
                    Files.size(subject.graph()) / 1024.0));
        }
    }

    private static void score(Scorer scorer, SampleWindow window) throws IOException {
        try {
            scorer.score(window);
        } catch (InferenceException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static CallCost.Call overKura(ModelRegistry models, BenchSubject subject, SampleWindow window)
            throws IOException {
        OnnxInferenceEngine engine = new OnnxInferenceEngine(
                (ModelRegistryComponent) models,
                LocalModels.system(),
                Form.filled(OnnxInferenceEngineConfig.class, Map.of()));
        List<Float> values = new ArrayList<>();
        for (float value : window.values()) {
            values.add(value);
        }
        try {
            ModelInfo info = engine.getModelInfo(subject.name()).orElseThrow();
            TensorDescriptor input = info.getInputs().get(0);
            List<Long> shape = List.of(
                    1L, (long) subject.samples(), (long) subject.channels().size());
            List<Tensor> tensors = List.of(new Tensor(
                    Float.class,
                    TensorDescriptor.builder(input.getName(), input.getType(), shape)
                            .build(),
                    values));
            return () -> {
                try {
                    engine.infer(info, tensors);
                } catch (KuraException e) {
                    throw new IOException(e.getMessage(), e);
                }
            };
        } catch (KuraException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
