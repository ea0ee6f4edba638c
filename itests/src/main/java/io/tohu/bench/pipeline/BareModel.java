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

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reference of the detector path: ONNX Runtime alone on the same model, one input tensor over a reused direct
 * buffer, output tensors allocated once, one thread.
 */
public final class BareModel implements AutoCloseable {

    private final OrtSession session;
    private final FloatBuffer input;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final FloatBuffer[] results;

    public BareModel(Path model, int samples, int features) throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.toString(), options);
            input = direct(samples * features);
            String name = session.getInputNames().iterator().next();
            inputs = Map.of(name, OnnxTensor.createTensor(environment, input, new long[] {1, samples, features}));
            results = new FloatBuffer[session.getOutputNames().size()];
            int i = 0;
            for (String output : session.getOutputNames()) {
                long[] shape = ((TensorInfo) session.getOutputInfo().get(output).getInfo()).getShape();
                shape = Arrays.stream(shape).map(size -> Math.max(1, size)).toArray();
                results[i] = direct(Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact)));
                outputs.put(output, OnnxTensor.createTensor(environment, results[i], shape));
                i++;
            }
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime does not open " + model + ": " + e.getMessage(), e);
        }
    }

    private static FloatBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Runs the model on a window and gives the sum of its outputs, so that nothing can be left out. */
    public float run(float[] window) throws IOException {
        input.put(0, window);
        try {
            session.run(inputs, outputs).close();
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime failed: " + e.getMessage(), e);
        }
        float sum = 0;
        for (FloatBuffer result : results) {
            for (int i = 0; i < result.capacity(); i++) {
                sum += result.get(i);
            }
        }
        return sum;
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the session does not close", e);
        }
    }
}
