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

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Graphs of other kinds than the fitted model, good ones and bad ones. */
final class TestGraphs {

    private TestGraphs() {}

    static byte[] model(GraphProto.Builder graph, String domain, int opset) {
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(opset))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    static byte[] model(GraphProto.Builder graph) {
        return model(graph, "", 13);
    }

    static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(List.of(inputs));
    }

    /** Inputs of a row of three values, outputs of their mean, and of themselves. */
    static GraphProto.Builder rows() {
        return GraphProto.newBuilder()
                .setName("rows")
                .addInput(TestModels.port("row", DataType.FLOAT, -1, 3))
                .addOutput(TestModels.port("mean", DataType.FLOAT, 1, 1))
                .addOutput(TestModels.port("echo", DataType.FLOAT, 1, 3))
                .addNode(node("ReduceMean", "mean", "row"))
                .addNode(node("Identity", "echo", "row"));
    }

    static ModelFiles rows(String version) {
        byte[] model = model(rows());
        String card = "{\"name\": \"rows\", \"version\": \"" + version + "\", \"task\": \"regression\","
                + " \"features\": [{\"name\": \"flow\"}, {\"name\": \"pressure\"}, {\"name\": \"running\"}],"
                + " \"labels\": [\"low\", \"middle\", \"high\"],"
                + " \"sha256\": \"" + ModelFiles.bare(model).modelHash() + "\"}";
        String golden = "{\"tolerance\": 0.001, \"samples\": [{\"inputs\": {\"row\": [1, 2, 3]}, \"outputs\":"
                + " {\"mean\": [2]}}]}";
        return new ModelFiles(model, card.getBytes(StandardCharsets.UTF_8), golden.getBytes(StandardCharsets.UTF_8));
    }

    /** Floats through eight bits and back, in steps of a half. */
    static byte[] quantized() {
        return model(GraphProto.newBuilder()
                .setName("qdq")
                .addInput(TestModels.port("in", DataType.FLOAT, 1, 4))
                .addOutput(TestModels.port("out", DataType.FLOAT, 1, 4))
                .addInitializer(TensorProto.newBuilder()
                        .setName("scale")
                        .setDataType(DataType.FLOAT.getNumber())
                        .addFloatData(0.5f))
                .addInitializer(TensorProto.newBuilder()
                        .setName("zero")
                        .setDataType(DataType.UINT8.getNumber())
                        .setRawData(ByteString.copyFrom(new byte[] {(byte) 128})))
                .addNode(node("QuantizeLinear", "q", "in", "scale", "zero"))
                .addNode(node("DequantizeLinear", "d", "q", "scale", "zero"))
                .addNode(node("Relu", "out", "d")));
    }

    static byte[] cyclic() {
        return model(rows().addNode(node("Add", "a", "b", "row")).addNode(node("Add", "b", "a", "row")));
    }

    static byte[] huge(int nodes) {
        GraphProto.Builder graph = rows();
        for (int i = 0; i < nodes; i++) {
            graph.addNode(node("Identity", "n" + i, i == 0 ? "row" : "n" + (i - 1)));
        }
        return model(graph);
    }

    /** Graphs within graphs within graphs. */
    static byte[] deep(int depth) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("deepest");
        for (int i = 0; i < depth; i++) {
            graph = GraphProto.newBuilder()
                    .setName("deep")
                    .addNode(node("If", "x", "c")
                            .addAttribute(AttributeProto.newBuilder()
                                    .setName("then_branch")
                                    .setType(AttributeProto.AttributeType.GRAPH)
                                    .setG(graph)));
        }
        return model(graph);
    }

    /** Reads its weights from a file of the gateway. */
    static byte[] reading(String path) {
        return model(rows().addInitializer(TensorProto.newBuilder()
                .setName("stolen")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(path))));
    }
}
