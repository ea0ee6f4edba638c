/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.Bench;
import io.tohu.bench.CallCost;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.standalone.Standalone;
import io.tohu.cli.process.Layout;
import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import io.tohu.learning.pump.PumpModel;
import io.tohu.plant.pump.HealthyRun;
import io.tohu.wires.internal.ChannelNames;
import io.tohu.wires.internal.WindowRecord;
import io.tohu.wires.internal.detector.DetectorComponent;
import io.tohu.wires.internal.window.WindowComponent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/** From a record on a wire to a detector's result, against ONNX Runtime alone on the same model and windows. */
final class DetectorPath implements Bench.Part {

    private static final String MODEL_VERSION = "1.0.0";
    private static final int ROWS = 2000;
    /** Few, so that most rounds see nothing of other processes: the median over the rounds is not theirs then. */
    private static final int CALLS = 250;

    private static final int WARM_UPS = 300;
    private static final int ROUNDS = 160;
    private static final double INTERVAL_SECONDS = PumpModel.INTERVAL_MILLIS / 1000.0;

    private final Path bundle;
    private long results;

    DetectorPath(Layout layout) {
        this.bundle = layout.home().resolve("bundles/model-pump/target/classes");
    }

    @Override
    public String title() {
        return "detector path";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        List<String> channels = PumpModel.channels();
        List<WireEnvelope> readings = readings(channels);
        List<WireEnvelope> windows = new ArrayList<>();
        WindowComponent cutter = window(channels, windows::add);
        readings.forEach(cutter::onWireReceive);
        ModelRegistry models = LocalModels.of(bundle, PumpModel.NAME, MODEL_VERSION);
        DetectorComponent detector = new DetectorComponent(
                new DirectWires(List.of(envelope -> results++, envelope -> {})),
                models,
                LocalModels.system(),
                new Standalone("detector"),
                Forms.detector(PumpModel.NAME));
        WindowComponent window = window(channels, detector::onWireReceive);
        List<SampleWindow> samples = windows.stream().map(DetectorPath::samples).toList();
        List<Row> rows = new ArrayList<>();
        try (Scorer scorer = models.newScorer(PumpModel.NAME);
                BareModel bare =
                        new BareModel(bundle.resolve("model/model.onnx"), PumpModel.SAMPLES, channels.size())) {
            Cycle<SampleWindow> bareWindows = new Cycle<>(samples);
            Rounds.Measurement<CallCost> reference = () ->
                    CallCost.measure(CALLS, () -> bare.run(bareWindows.next().values()));
            Cycle<WireEnvelope> cut = new Cycle<>(windows);
            add(
                    rows,
                    "detector, window record in to result out",
                    reference,
                    counted(() -> detector.onWireReceive(cut.next())));
            readings.subList(0, PumpModel.SAMPLES - 1).forEach(window::onWireReceive);
            Cycle<WireEnvelope> read = new Cycle<>(readings);
            add(
                    rows,
                    "window + detector, asset record in to result out, stride 1",
                    reference,
                    counted(() -> window.onWireReceive(read.next())));
            Cycle<SampleWindow> scored = new Cycle<>(samples);
            add(rows, "scorer alone", reference, () -> score(scorer, scored.next()));
        }
        return rows;
    }

    private void add(List<Row> rows, String what, Rounds.Measurement<CallCost> reference, CallCost.Call call)
            throws IOException, InterruptedException {
        Rounds<CallCost> rounds = Rounds.interleave(WARM_UPS, ROUNDS, () -> CallCost.measure(CALLS, call), reference);
        rows.add(rounds.row(what + ", p50", "us", CallCost::p50Micros));
        rows.add(rounds.row(what + ", p99", "us", CallCost::p99Micros));
        rows.add(rounds.row(what + ", allocation per call", "bytes", CallCost::bytes));
    }

    /** Checks that every call gave a result: a detector that fails is quick, and tells it only once. */
    private CallCost.Call counted(CallCost.Call call) {
        return () -> {
            long before = results;
            call.run();
            if (results != before + 1) {
                throw new IOException("a call of the detector gave no result");
            }
        };
    }

    private static void score(Scorer scorer, SampleWindow window) throws IOException {
        try {
            scorer.score(window);
        } catch (InferenceException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static WindowComponent window(List<String> channels, Consumer<WireEnvelope> receiver) {
        return new WindowComponent(
                new DirectWires(List.of(receiver)),
                new Standalone("window"),
                Forms.window(String.join(",", channels), PumpModel.SAMPLES, 1));
    }

    private static SampleWindow samples(WireEnvelope window) {
        return WindowRecord.fromWire(window.getRecords().get(0), new ChannelNames())
                .toSamples();
    }

    /** Records as an asset emits them, with the readings of the simulated pump. */
    private static List<WireEnvelope> readings(List<String> channels) {
        List<WireEnvelope> envelopes = new ArrayList<>();
        double[][] rows = HealthyRun.rows(PumpModel.SEED, ROWS * INTERVAL_SECONDS, INTERVAL_SECONDS);
        for (int row = 0; row < rows.length; row++) {
            Map<String, TypedValue<?>> properties = new HashMap<>();
            properties.put("assetName", TypedValues.newStringValue("pump"));
            for (int i = 0; i < channels.size(); i++) {
                properties.put(channels.get(i), TypedValues.newDoubleValue(rows[row][i]));
                properties.put(
                        channels.get(i) + "_timestamp",
                        TypedValues.newLongValue((long) row * PumpModel.INTERVAL_MILLIS));
            }
            envelopes.add(new WireEnvelope("pump", List.of(new WireRecord(properties))));
        }
        return envelopes;
    }

    /** Gives elements in turn, again and again. */
    private static final class Cycle<T> {

        private final List<T> elements;
        private int next;

        Cycle(List<T> elements) {
            this.elements = elements;
        }

        T next() {
            T element = elements.get(next);
            next = next + 1 == elements.size() ? 0 : next + 1;
            return element;
        }
    }
}
