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

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelCard;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Score.Contribution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model version bound to one list of channels: direct buffers that ONNX Runtime reads from and writes to, made once,
 * so that a call allocates no more than its result.
 */
final class WindowBinding implements AutoCloseable {

    private final LoadedModel model;
    private final ModelCard card;
    private final List<String> channels;
    /** Column of the window for each feature; null when both have the same order. */
    private final int[] columns;

    private final boolean missingValues;
    private final float[] ordered;
    private final FloatBuffer input;
    private final FloatBuffer score;
    private final FloatBuffer shares;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();

    private WindowBinding(LoadedModel model, CardFile file, List<String> channels, int[] columns) throws OrtException {
        this.model = model;
        this.card = file.card();
        this.channels = channels;
        this.columns = columns;
        this.missingValues = file.demands().missingValues();
        int features = card.features().size();
        this.ordered = new float[card.samples() * features];
        this.input = direct(ordered.length);
        this.score = direct(1);
        this.shares = direct(features);
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            long[] shape = {1, card.samples(), features};
            inputs.put(file.input(), OnnxTensor.createTensor(environment, input, shape));
            outputs.put(file.score(), output(environment, file.score(), score));
            if (file.contributions().isPresent()) {
                String name = file.contributions().get();
                outputs.put(name, output(environment, name, shares));
            }
        } catch (OrtException e) {
            close();
            throw e;
        }
    }

    /** Binds a leased model to a window's channels. */
    static WindowBinding of(LoadedModel model, SampleWindow window) throws InferenceException {
        CardFile file = model.card()
                .orElseThrow(() -> new MisfitException(
                        "model " + model.id() + " has no card, so its features are not known by name"));
        if (file.card().task() != ModelCard.Task.ANOMALY) {
            throw new MisfitException("model " + model.id() + " does not score windows: its task is "
                    + file.card().task());
        }
        try {
            return new WindowBinding(model, file, window.channels(), columns(file.card(), window.channels()));
        } catch (OrtException e) {
            throw new InferenceException("model " + model.id() + ": no tensors: " + e.getMessage(), e);
        }
    }

    boolean fits(LoadedModel other, SampleWindow window) {
        return model == other && channels.equals(window.channels());
    }

    /** Scores a window; the caller holds a lease on the model. */
    Score score(SampleWindow window) throws InferenceException {
        if (window.samples() != card.samples()) {
            throw new MisfitException(
                    "model " + card.id() + " takes windows of " + card.samples() + " samples, got " + window.samples());
        }
        fill(window);
        long begin = System.nanoTime();
        try {
            // The outputs are ours: closing the result frees none of them.
            model.session().run(inputs, outputs).close();
        } catch (OrtException e) {
            model.failed(e.getMessage());
            throw new InferenceException("model " + card.id() + " failed: " + e.getMessage(), e);
        }
        long nanos = System.nanoTime() - begin;
        float value = score.get(0);
        if (!Float.isFinite(value)) {
            model.failed("it gave the score " + value);
            throw new InferenceException("model " + card.id() + " gave the score " + value);
        }
        model.succeeded(nanos);
        return new Score(card, value, card.limit(), contributions(), nanos);
    }

    private void fill(SampleWindow window) throws InferenceException {
        float[] values = window.values();
        float[] row = values;
        if (columns != null) {
            int width = channels.size();
            int to = 0;
            for (int start = 0; start < values.length; start += width) {
                for (int column : columns) {
                    ordered[to++] = values[start + column];
                }
            }
            row = ordered;
        }
        float finite = 0;
        for (float value : row) {
            // 0 × value is NaN for NaN and the infinities, and so is every sum with it.
            finite += 0 * value;
        }
        if (Float.isNaN(finite) && !missingValues) {
            throw notFinite(row);
        }
        input.put(0, row);
    }

    private InferenceException notFinite(float[] row) {
        int features = card.features().size();
        int at = 0;
        while (Float.isFinite(row[at])) {
            at++;
        }
        return new InferenceException("model " + card.id() + " takes finite values, got " + row[at] + " of "
                + card.features().get(at % features).name() + " in sample " + at / features);
    }

    private List<Contribution> contributions() {
        if (outputs.size() == 1) {
            return List.of();
        }
        Contribution[] contributions = new Contribution[card.features().size()];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = new Contribution(card.features().get(i).name(), shares.get(i));
        }
        return List.of(contributions);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }

    private OnnxTensor output(OrtEnvironment environment, String name, FloatBuffer buffer) throws OrtException {
        long[] shape = model.outputs().get(name).dimensionsFor(buffer.capacity()).orElseThrow().stream()
                .mapToLong(Long::longValue)
                .toArray();
        return OnnxTensor.createTensor(environment, buffer, shape);
    }

    private static FloatBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Column of each feature; null when columns and features are the same list. */
    private static int[] columns(ModelCard card, List<String> channels) throws InferenceException {
        List<String> missing = new ArrayList<>();
        int[] columns = new int[card.features().size()];
        boolean same = columns.length == channels.size();
        for (int i = 0; i < columns.length; i++) {
            String feature = card.features().get(i).name();
            columns[i] = channels.indexOf(feature);
            same &= columns[i] == i;
            if (columns[i] < 0) {
                missing.add(feature);
            }
        }
        if (!missing.isEmpty()) {
            throw new MisfitException("model " + card.id() + " needs the channels " + missing
                    + ", which the window does not have; it has " + channels);
        }
        return same ? null : columns;
    }
}
