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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;

/** One inference over Kura's tensors; the caller holds a lease on the model. */
final class TensorCall {

    private final OrtEnvironment environment;
    private final LoadedModel model;
    private final boolean missingByDefault;

    /** @param missingByDefault whether a model without a card takes values that are not finite */
    TensorCall(OrtEnvironment environment, LoadedModel model, boolean missingByDefault) {
        this.environment = environment;
        this.model = model;
        this.missingByDefault = missingByDefault;
    }

    /**
     * Runs the model.
     *
     * @param tensors one for each input, by name, in any order
     * @return one for each output, in the graph's order
     * @throws KuraException that names the tensor, what was expected and what came, when an input is missing, unknown,
     *     given twice, or of another type or shape
     */
    List<Tensor> run(List<Tensor> tensors) throws KuraException {
        Optional<TabularPorts> tabular = TabularPorts.of(model);
        if (tabular.isPresent() && !names(tensors, model.inputs().keySet())) {
            return tabular.get().scalars(runTensors(List.of(tabular.get().row(model.id(), tensors))));
        }
        return runTensors(tensors);
    }

    private static boolean names(List<Tensor> tensors, Set<String> inputs) {
        return tensors.stream()
                .allMatch(tensor -> inputs.contains(tensor.getDescriptor().getName()));
    }

    private List<Tensor> runTensors(List<Tensor> tensors) throws KuraException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (Tensor tensor : tensors) {
                String name = tensor.getDescriptor().getName();
                Port port = model.inputs().get(name);
                if (port == null) {
                    throw invalid("has no input '" + name + "'; it takes "
                            + model.inputs().values());
                }
                if (inputs.containsKey(name)) {
                    throw invalid("was given two tensors for the input '" + name + "'");
                }
                inputs.put(name, toOnnx(port, tensor));
            }
            for (Port port : model.inputs().values()) {
                if (!inputs.containsKey(port.name())) {
                    throw invalid("was given no tensor for the input " + port + ", only " + inputs.keySet());
                }
            }
            long begin = System.nanoTime();
            try (OrtSession.Result result = model.session().run(inputs)) {
                model.succeeded(System.nanoTime() - begin);
                return outputs(result);
            }
        } catch (OrtException e) {
            model.failed(e.getMessage());
            throw KuraException.internalError(e, "model " + model.id() + " failed: " + e.getMessage());
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor toOnnx(Port port, Tensor tensor) throws KuraException, OrtException {
        ElementType type = port.type()
                .orElseThrow(() -> invalid("has the input " + port + ", a type that this engine does not exchange"));
        if (tensor.getType() != type.javaClass()) {
            throw invalid("takes " + type.javaClass().getSimpleName() + " for the input " + port + ", got "
                    + tensor.getType().getSimpleName());
        }
        List<?> data = tensor.getData(tensor.getType()).orElseThrow();
        checkValues(port, data);
        long[] shape = shape(port, tensor.getDescriptor().getShape(), data.size()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        return type.create(environment, data, shape);
    }

    private void checkValues(Port port, List<?> data) throws KuraException {
        boolean missingValues =
                model.card().map(file -> file.demands().missingValues()).orElse(missingByDefault);
        for (int i = 0; i < data.size(); i++) {
            Object value = data.get(i);
            if (value == null) {
                throw invalid("was given a null among the values of the input " + port);
            }
            if (!missingValues && value instanceof Number && !Double.isFinite(((Number) value).doubleValue())) {
                throw invalid("takes finite values for the input " + port + ", got " + value + " at index " + i);
            }
        }
    }

    /** The shape that the caller states where it is complete, else the one that the number of values makes. */
    private List<Long> shape(Port port, List<Long> stated, int size) throws KuraException {
        boolean complete = stated.stream().allMatch(dimension -> dimension >= 0);
        if (complete && port.accepts(stated)) {
            long elements = stated.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
            if (elements == size) {
                return stated;
            }
        } else if (!complete) {
            Optional<List<Long>> deduced = port.dimensionsFor(size);
            if (deduced.isPresent()) {
                return deduced.get();
            }
        }
        throw invalid("takes the shape " + port.shape() + " for the input '" + port.name() + "', got " + stated
                + " with " + size + (size == 1 ? " value" : " values"));
    }

    private List<Tensor> outputs(OrtSession.Result result) throws KuraException, OrtException {
        List<Tensor> outputs = new ArrayList<>();
        for (Port port : model.outputs().values()) {
            ElementType type = port.type()
                    .orElseThrow(
                            () -> invalid("has the output " + port + ", a type that this engine does not exchange"));
            OnnxTensor value = (OnnxTensor) result.get(port.name()).orElseThrow();
            List<Long> shape = Arrays.stream(value.getInfo().getShape()).boxed().toList();
            TensorDescriptor descriptor = TensorDescriptor.builder(port.name(), port.typeName(), shape)
                    .build();
            outputs.add(tensor(type.javaClass(), descriptor, type.read(value)));
        }
        return outputs;
    }

    @SuppressWarnings("unchecked")
    private static <T> Tensor tensor(Class<T> type, TensorDescriptor descriptor, List<?> data) {
        return new Tensor(type, descriptor, (List<T>) data);
    }

    private KuraException invalid(String problem) {
        return new KuraException(KuraErrorCode.INVALID_PARAMETER, "model " + model.id() + " " + problem);
    }
}
