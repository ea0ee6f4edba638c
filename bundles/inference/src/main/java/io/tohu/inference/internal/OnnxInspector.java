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

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Looks a graph over before ONNX Runtime sees it: operator sets, size, and that it reads no other files. It follows the
 * protobuf encoding of {@code onnx.proto} and keeps nothing.
 */
final class OnnxInspector {

    /** Far above any model for a gateway; a graph beyond takes minutes to load. */
    private static final int MAX_NODES = 100_000;

    private static final int MAX_DEPTH = 16;
    private static final Set<String> DOMAINS = Set.of(
            "",
            "ai.onnx",
            "ai.onnx.ml",
            "com.microsoft",
            "com.ms.internal.nhwc",
            "ai.onnx.training",
            "ai.onnx.preview.training",
            "com.microsoft.nchwc",
            "com.microsoft.experimental");

    // Field numbers of onnx.proto.
    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPSET = 8;
    private static final int OPSET_DOMAIN = 1;
    private static final int OPSET_VERSION = 2;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int ATTRIBUTE_TENSORS = 10;
    private static final int ATTRIBUTE_GRAPHS = 11;
    private static final int TENSOR_EXTERNAL_DATA = 13;
    private static final int TENSOR_DATA_LOCATION = 14;

    private record Part(ProtoReader in, int depth) {}

    private final int maxOpset;
    private final Deque<Part> graphs = new ArrayDeque<>();
    private int nodes;

    private OnnxInspector(int maxOpset) {
        this.maxOpset = maxOpset;
    }

    /**
     * Checks a model's bytes.
     *
     * @param maxOpset highest version of ONNX's own operator set that the engine runs
     * @throws ModelRefusedException that says what the engine cannot or must not run
     */
    static void check(byte[] model, int maxOpset) throws ModelRefusedException {
        try {
            new OnnxInspector(maxOpset).model(new ProtoReader(model));
        } catch (ProtoReader.Malformed e) {
            throw new ModelRefusedException("model.onnx is no ONNX model: " + e.getMessage(), e);
        }
    }

    private void model(ProtoReader in) throws ModelRefusedException {
        boolean graph = false;
        while (in.next()) {
            if (in.field() == MODEL_OPSET) {
                opset(in.message());
            } else if (in.field() == MODEL_GRAPH) {
                graph = true;
                graphs.add(new Part(in.message(), 0));
            }
        }
        if (!graph) {
            throw new ModelRefusedException("model.onnx is no ONNX model: it has no graph");
        }
        while (!graphs.isEmpty()) {
            graph(graphs.remove());
        }
    }

    private void opset(ProtoReader in) throws ModelRefusedException {
        String domain = "";
        long version = 0;
        while (in.next()) {
            if (in.field() == OPSET_DOMAIN) {
                domain = new String(in.bytes(), StandardCharsets.UTF_8);
            } else if (in.field() == OPSET_VERSION) {
                version = in.number();
            }
        }
        if (!DOMAINS.contains(domain)) {
            throw new ModelRefusedException(
                    "model.onnx needs operators of the domain '" + domain + "', which this engine does not have");
        }
        if ((domain.isEmpty() || domain.equals("ai.onnx")) && version > maxOpset) {
            throw new ModelRefusedException("model.onnx needs operator set " + version + "; this engine runs up to "
                    + maxOpset + ": export it with a lower one");
        }
    }

    private void graph(Part graph) throws ModelRefusedException {
        if (graph.depth > MAX_DEPTH) {
            throw new ModelRefusedException("model.onnx nests graphs deeper than " + MAX_DEPTH);
        }
        while (graph.in.next()) {
            if (graph.in.field() == GRAPH_INITIALIZER) {
                tensor(graph.in.message());
            } else if (graph.in.field() == GRAPH_NODE) {
                if (++nodes > MAX_NODES) {
                    throw new ModelRefusedException("model.onnx has more than " + MAX_NODES + " nodes");
                }
                node(graph.in.message(), graph.depth);
            }
        }
    }

    private void node(ProtoReader in, int depth) throws ModelRefusedException {
        while (in.next()) {
            if (in.field() == NODE_ATTRIBUTE) {
                attribute(in.message(), depth);
            }
        }
    }

    private void attribute(ProtoReader in, int depth) throws ModelRefusedException {
        while (in.next()) {
            switch (in.field()) {
                case ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS -> tensor(in.message());
                case ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS -> graphs.add(new Part(in.message(), depth + 1));
                default -> {
                    // Numbers and strings can do no harm.
                }
            }
        }
    }

    private void tensor(ProtoReader in) throws ModelRefusedException {
        while (in.next()) {
            if (in.field() == TENSOR_EXTERNAL_DATA || in.field() == TENSOR_DATA_LOCATION && in.number() != 0) {
                throw new ModelRefusedException("model.onnx reads values from other files: export it as one file");
            }
        }
    }
}
