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

import java.util.Arrays;
import java.util.Map;

/**
 * Writes a fitted model as an ONNX graph of float32 operators: input {@code window} [1, samples, channels] with raw
 * values; outputs {@code score} [1], {@code t2} [1], {@code spe} [1] and {@code contributions} [channels]. Scaling is
 * part of the graph, so that a gateway hands over what its sensors say.
 */
final class OnnxGraphWriter {

    static final String INPUT = "window";
    static final String SCORE = "score";
    static final String CONTRIBUTIONS = "contributions";

    private static final Map<String, Long> KEEP_AXES = Map.of("keepdims", 1L);

    private OnnxGraphWriter() {}

    static byte[] write(DynamicPca model, String name) {
        WindowPca pca = model.pca();
        long samples = pca.samples;
        long channels = pca.channels;
        long size = samples * channels;
        long components = pca.variances.length;
        OnnxGraph graph = new OnnxGraph(name)
                .input(INPUT, 1, samples, channels)
                .output(SCORE, 1)
                .output("t2", 1)
                .output("spe", 1)
                .output(CONTRIBUTIONS, channels);

        String rows = graph.indices("axis_0", 0);
        String columns = graph.indices("axis_1", 1);
        String flat = graph.indices("flat_shape", 1, size);
        String square = graph.indices("window_shape", samples, channels);
        String perT2 = graph.constant("per_t2_limit", new double[] {1 / model.t2Limit()}, 1);
        String perSpe = graph.constant("per_spe_limit", new double[] {1 / model.speLimit()}, 1);
        String loadings = graph.constant(
                "loadings",
                Arrays.stream(pca.loadings).flatMapToDouble(Arrays::stream).toArray(),
                size,
                components);
        String perVariance = graph.constant(
                "per_variance", Arrays.stream(pca.variances).map(v -> 1 / v).toArray(), components);

        String centred = graph.node("Sub", "centred", INPUT, graph.constant("centre", pca.centre, channels));
        String scaled = graph.node(
                "Mul",
                "scaled",
                centred,
                graph.constant(
                        "per_scale", Arrays.stream(pca.scale).map(s -> 1 / s).toArray(), channels));
        String x = graph.node(
                "Sub", "x", graph.node("Reshape", "flattened", scaled, flat), graph.constant("mean", pca.mean, size));
        String t = graph.node("MatMul", "t", x, loadings);
        String weighed = graph.node("Mul", "weighed", t, perVariance);
        graph.sum("t2", graph.node("Mul", "t2_terms", t, weighed), columns);

        String residual =
                graph.node("Sub", "residual", x, graph.node("Gemm", "modelled", Map.of("transB", 1L), t, loadings));
        String squares = graph.node("Mul", "squares", residual, residual);
        graph.sum("spe", squares, columns);
        String still = stillness(graph, model, scaled, rows);
        graph.node(
                "Max",
                SCORE,
                graph.node("ReduceMax", "still", KEEP_AXES, still),
                graph.node("Mul", "t2_share", "t2", perT2),
                graph.node("Mul", "spe_share", "spe", perSpe));

        String gradient = graph.node("Gemm", "gradient", Map.of("transB", 1L), weighed, loadings);
        String varied = graph.node("Relu", "varied", graph.node("Mul", "variation", x, gradient));
        String terms = graph.node(
                "Add",
                "terms",
                graph.node("Mul", "residual_terms", squares, perSpe),
                graph.node("Mul", "variation_terms", varied, perT2));
        String shares = graph.node(
                "Add",
                "shares",
                graph.sum("window_shares", graph.node("Reshape", "terms_by_row", terms, square), rows),
                graph.node(
                        "Relu",
                        "too_still",
                        graph.node("Sub", "stiller", still, graph.constant("one", new double[] {1}, 1))));
        String total = graph.node("ReduceSum", "total", shares, rows);
        graph.node(
                "Div",
                CONTRIBUTIONS,
                shares,
                graph.node("Add", "positive_total", total, graph.constant("tiny", new double[] {1e-12}, 1)));
        return graph.toBytes();
    }

    /** Each channel's least healthy variance over the one in this window. */
    private static String stillness(OnnxGraph graph, DynamicPca model, String scaled, String rows) {
        WindowPca pca = model.pca();
        String byRow =
                graph.node("Reshape", "scaled_by_row", scaled, graph.indices("row_shape", pca.samples, pca.channels));
        String perSample = graph.constant("per_sample", new double[] {1.0 / pca.samples}, 1);
        String level = graph.node("Mul", "level", graph.sum("level_sum", byRow, rows), perSample);
        String deviation = graph.node("Sub", "deviation", byRow, level);
        String movement = graph.node(
                "Mul",
                "movement",
                graph.sum("movement_sum", graph.node("Mul", "movement_terms", deviation, deviation), rows),
                perSample);
        double[] floors =
                Arrays.stream(model.stillLimits()).map(Stillness::floor).toArray();
        return graph.node(
                "Div",
                "stillness",
                graph.constant("still_limits", model.stillLimits(), pca.channels),
                graph.node("Max", "movement_or_floor", movement, graph.constant("floors", floors, pca.channels)));
    }
}
