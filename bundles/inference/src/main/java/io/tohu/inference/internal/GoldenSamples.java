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
import ai.onnxruntime.OrtSession;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Inputs and the outputs that the model gave for them where it was made: proof that it computes the same here. A value
 * may differ by {@code tolerance × max(1, |expected|)}.
 */
final class GoldenSamples {

    private static final int WARM_UPS = 3;
    private static final int TIMED_CALLS = 40;
    /** For large models: fewer calls then, and at least one. */
    private static final long MAX_TIMING_NANOS = 1_000_000_000L;

    private final double tolerance;
    private final List<CardObject> samples;

    private GoldenSamples(double tolerance, List<CardObject> samples) {
        this.tolerance = tolerance;
        this.samples = samples;
    }

    static GoldenSamples read(byte[] json) throws ModelRefusedException {
        try {
            JsonElement root = JsonParser.parseString(new String(json, StandardCharsets.UTF_8));
            CardObject golden = new CardObject("golden.json", root.getAsJsonObject());
            List<CardObject> samples = new ArrayList<>();
            for (JsonObject sample : golden.objects("samples")) {
                samples.add(new CardObject("golden.json: samples[" + samples.size() + "]", sample));
            }
            if (samples.isEmpty()) {
                throw new ModelRefusedException("golden.json: samples is empty");
            }
            return new GoldenSamples(golden.number("tolerance"), samples);
        } catch (JsonParseException | IllegalStateException e) {
            throw new ModelRefusedException("golden.json is not a JSON object: " + e.getMessage(), e);
        }
    }

    /** Runs every sample; the first output that is out of tolerance refuses the model. */
    void check(OrtEnvironment environment, LoadedModel model) throws ModelRefusedException {
        for (int i = 0; i < samples.size(); i++) {
            int sample = i;
            Map<String, double[]> expected = samples.get(i).object("outputs").numberArrays();
            if (expected.isEmpty()) {
                throw new ModelRefusedException("golden sample " + i + " expects no output: it proves nothing");
            }
            withInputs(environment, model, i, inputs -> {
                try (OrtSession.Result result = model.session().run(inputs)) {
                    for (Map.Entry<String, double[]> output : expected.entrySet()) {
                        compare(sample, output.getKey(), output.getValue(), values(model, result, output.getKey()));
                    }
                }
            });
        }
    }

    /** Duration in ns that 95 % of a few calls with the first sample stay within, after some that warm up. */
    long p95Nanos(OrtEnvironment environment, LoadedModel model) throws ModelRefusedException {
        CallStatistics statistics = new CallStatistics();
        withInputs(environment, model, 0, inputs -> {
            long end = System.nanoTime() + MAX_TIMING_NANOS;
            for (int call = -WARM_UPS; call < TIMED_CALLS && (call < 1 || System.nanoTime() < end); call++) {
                long begin = System.nanoTime();
                model.session().run(inputs).close();
                if (call >= 0) {
                    statistics.succeeded(System.nanoTime() - begin);
                }
            }
        });
        return statistics.percentile(0.95);
    }

    @FunctionalInterface
    private interface Run {
        void with(Map<String, OnnxTensor> inputs) throws OrtException, ModelRefusedException;
    }

    private void withInputs(OrtEnvironment environment, LoadedModel model, int sample, Run run)
            throws ModelRefusedException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, double[]> input :
                    samples.get(sample).object("inputs").numberArrays().entrySet()) {
                inputs.put(input.getKey(), tensor(environment, model, sample, input.getKey(), input.getValue()));
            }
            run.with(inputs);
        } catch (OrtException e) {
            throw new ModelRefusedException("golden sample " + sample + " does not run: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(
            OrtEnvironment environment, LoadedModel model, int sample, String name, double[] values)
            throws ModelRefusedException, OrtException {
        Port port = model.inputs().get(name);
        if (port == null || port.type().isEmpty() || port.type().get() == ElementType.STRING) {
            throw new ModelRefusedException("golden sample " + sample + " has values for the input '" + name
                    + "'; the graph's inputs are " + model.inputs().values());
        }
        List<Long> dimensions = port.dimensionsFor(values.length)
                .orElseThrow(() -> new ModelRefusedException("golden sample " + sample + " has " + values.length
                        + " values for the input " + port + ", which take another number"));
        List<Object> data = new ArrayList<>(values.length);
        for (double value : values) {
            data.add(port.type().get().fromNumber(value));
        }
        return port.type()
                .get()
                .create(
                        environment,
                        data,
                        dimensions.stream().mapToLong(Long::longValue).toArray());
    }

    private static double[] values(LoadedModel model, OrtSession.Result result, String name)
            throws ModelRefusedException, OrtException {
        Port port = model.outputs().get(name);
        if (port == null || port.type().isEmpty() || port.type().get() == ElementType.STRING) {
            throw new ModelRefusedException("golden.json expects numbers of the output '" + name
                    + "'; the graph's outputs are " + model.outputs().values());
        }
        List<?> values = port.type().get().read((OnnxTensor) result.get(name).orElseThrow());
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            Object value = values.get(i);
            numbers[i] = value instanceof Boolean ? ((Boolean) value ? 1 : 0) : ((Number) value).doubleValue();
        }
        return numbers;
    }

    private void compare(int sample, String output, double[] expected, double[] got) throws ModelRefusedException {
        if (expected.length != got.length) {
            throw new ModelRefusedException("golden sample " + sample + " expects " + expected.length
                    + " values of the output '" + output + "', got " + got.length);
        }
        for (int i = 0; i < expected.length; i++) {
            // Negated so that a NaN fails.
            if (!(Math.abs(expected[i] - got[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                throw new ModelRefusedException(String.format(
                        Locale.ROOT,
                        "golden sample %d gives %s[%d] = %.6g, expected %.6g ± %.2g × max(1, |expected|)",
                        sample,
                        output,
                        i,
                        got[i],
                        expected[i],
                        tolerance));
            }
        }
    }
}
