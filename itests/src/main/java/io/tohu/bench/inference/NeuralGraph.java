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

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Neural networks with random weights: what they compute is nothing, what they cost is as if they were trained. */
final class NeuralGraph {

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("bench");
    private final Random random = new Random(1);
    private int names;

    private NeuralGraph(long... window) {
        graph.addInput(port("window", window)).addOutput(port("score", 1));
    }

    /** A convolutional autoencoder over 60 samples of 8 channels; the score is the mean absolute residual. */
    static byte[] autoencoder() {
        NeuralGraph g = new NeuralGraph(1, 60, 8);
        String rows = g.node("Transpose", ints("perm", 0, 2, 1), "window");
        String x = g.relu(g.convolution(rows, 8, 56, 1, 7));
        x = g.relu(g.convolution(x, 56, 40, 1, 7));
        x = g.relu(g.convolution(x, 40, 56, 1, 7));
        x = g.convolution(x, 56, 8, 1, 7);
        String residual = g.node("Abs", null, g.node("Sub", null, rows, x));
        return g.score(g.node("ReduceMean", ints("axes", 0, 1, 2), residual));
    }

    /** A convolutional network over a grey picture of 96 × 96. */
    static byte[] classifier() {
        NeuralGraph g = new NeuralGraph(1, 96, 96);
        String x = g.node("Unsqueeze", null, "window", g.indices(1));
        x = g.relu(g.convolution(x, 1, 16, 2, 3, 3));
        x = g.relu(g.convolution(x, 16, 32, 2, 3, 3));
        x = g.relu(g.convolution(x, 32, 64, 2, 3, 3));
        x = g.relu(g.convolution(x, 64, 128, 2, 3, 3));
        return g.score(g.node("ReduceMean", ints("axes", 0, 1, 2, 3), x));
    }

    private byte[] score(String value) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Reshape")
                .addInput(value)
                .addInput(indices(1))
                .addOutput("score"));
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private String relu(String x) {
        return node("Relu", null, x);
    }

    private String convolution(String x, int from, int to, int stride, int... kernel) {
        long[] shape = new long[2 + kernel.length];
        shape[0] = to;
        shape[1] = from;
        long[] strides = new long[kernel.length];
        long[] pads = new long[2 * kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            shape[2 + i] = kernel[i];
            strides[i] = stride;
            pads[i] = kernel[i] / 2;
            pads[kernel.length + i] = kernel[i] / 2;
        }
        String output = "x" + names++;
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Conv")
                .addInput(x)
                .addInput(weights(shape))
                .addOutput(output)
                .addAttribute(ints("strides", strides))
                .addAttribute(ints("pads", pads)));
        return output;
    }

    private String node(String operator, AttributeProto.Builder attribute, String... inputs) {
        String output = "x" + names++;
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(Arrays.asList(inputs));
        if (attribute != null) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return output;
    }

    private String weights(long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        double scale = 1 / Math.sqrt((double) size / shape[0]);
        for (int i = 0; i < size; i++) {
            bytes.putFloat((float) (random.nextGaussian() * scale));
        }
        return tensor(DataType.FLOAT, bytes, shape);
    }

    private String indices(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return tensor(DataType.INT64, bytes, values.length);
    }

    private String tensor(DataType type, ByteBuffer bytes, long... shape) {
        String name = "w" + names++;
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes.flip()));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    private static AttributeProto.Builder ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute;
    }

    private static ValueInfoProto port(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        Arrays.stream(shape)
                .forEach(size -> dimensions.addDim(
                        TensorShapeProto.Dimension.newBuilder().setDimValue(size)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(dimensions)))
                .build();
    }
}
