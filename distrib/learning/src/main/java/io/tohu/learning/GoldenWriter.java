/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Golden samples of a model: example windows as they are, and each with one channel shifted, and
 * then stuck, so that alarms are proven too. */
final class GoldenWriter {

    private static final int EXAMPLES = 3;
    private static final double SHIFT = 6;

    private GoldenWriter() {}

    static JsonObject golden(DynamicPca model, double[][] examples, double tolerance) {
        int samples = model.options().samples();
        int width = model.channels().size();
        JsonArray golden = new JsonArray();
        for (int i = 0; i < EXAMPLES; i++) {
            int begin = (int) ((long) (examples.length - samples) * i / (EXAMPLES - 1));
            double[] window = asFloats(HealthyData.flatten(examples, begin, samples));
            golden.add(sample(model, window));
            int channel = i % width;
            for (int at = channel; at < window.length; at += width) {
                window[at] += SHIFT * model.pca().scale[channel];
            }
            golden.add(sample(model, asFloats(window)));
            for (int at = channel + width; at < window.length; at += width) {
                window[at] = window[channel];
            }
            golden.add(sample(model, window));
        }
        JsonObject root = new JsonObject();
        root.addProperty("tolerance", tolerance);
        root.add("samples", golden);
        return root;
    }

    private static JsonObject sample(DynamicPca model, double[] window) {
        WindowScore score = model.score(window);
        JsonObject inputs = new JsonObject();
        inputs.add(OnnxGraphWriter.INPUT, numbers(window));
        JsonObject outputs = new JsonObject();
        outputs.add(OnnxGraphWriter.SCORE, numbers(score.score()));
        outputs.add("t2", numbers(score.t2()));
        outputs.add("spe", numbers(score.spe()));
        outputs.add(OnnxGraphWriter.CONTRIBUTIONS, numbers(score.contributions()));
        JsonObject sample = new JsonObject();
        sample.add("inputs", inputs);
        sample.add("outputs", outputs);
        return sample;
    }

    /** Rounded to what the graph reads, so that both see the same input. */
    private static double[] asFloats(double[] window) {
        double[] rounded = new double[window.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) window[i];
        }
        return rounded;
    }

    private static JsonArray numbers(double... values) {
        JsonArray array = new JsonArray();
        for (double value : values) {
            array.add((float) value);
        }
        return array;
    }
}
