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

import io.tohu.inference.ModelCard.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;

/**
 * A model of one row of named features, as scalars: Kura's AI component makes a tensor of shape [1] of each property of
 * a record, and takes no other back. An input or output of several values becomes several tensors of one.
 */
final class TabularPorts {

    private static final List<Long> SCALAR = List.of(1L);

    private final LoadedModel model;
    private final CardFile file;
    private final Port input;

    private TabularPorts(LoadedModel model, CardFile file, Port input) {
        this.model = model;
        this.file = file;
        this.input = input;
    }

    /** Present when the card names the features and the graph takes one row of them in one input. */
    static Optional<TabularPorts> of(LoadedModel model) {
        CardFile file = model.card().orElse(null);
        if (file == null
                || file.card().features().isEmpty()
                || file.card().samples() > 1
                || model.inputs().size() != 1) {
            return Optional.empty();
        }
        Port input = model.inputs().values().iterator().next();
        boolean fits = input.type().isPresent()
                && input.dimensionsFor(file.card().features().size()).isPresent();
        return fits ? Optional.of(new TabularPorts(model, file, input)) : Optional.empty();
    }

    List<TensorDescriptor> inputs() {
        return file.card().features().stream()
                .map(feature -> descriptor(feature.name(), input))
                .toList();
    }

    /** Outputs of one value under their own name, others value by value; those of open size are left out. */
    List<TensorDescriptor> outputs() {
        List<TensorDescriptor> descriptors = new ArrayList<>();
        for (Port output : model.outputs().values()) {
            long size = output.shape().stream().reduce(1L, (a, b) -> a * Math.max(1, b));
            for (int i = 0; i < size; i++) {
                descriptors.add(descriptor(name(output.name(), i, (int) size), output));
            }
        }
        return descriptors;
    }

    /** The graph's input, from one tensor of one value a feature, whatever type of number each has. */
    Tensor row(String id, List<Tensor> tensors) throws KuraException {
        Map<String, Object> values = new HashMap<>();
        for (Tensor tensor : tensors) {
            String name = tensor.getDescriptor().getName();
            List<?> data = tensor.getData(tensor.getType()).orElseThrow();
            if (data.size() != 1) {
                throw invalid(id, "takes one value for the feature '" + name + "', got " + data.size());
            }
            if (values.put(name, data.get(0)) != null) {
                throw invalid(id, "was given two tensors for the feature '" + name + "'");
            }
        }
        ElementType type = input.type().orElseThrow();
        List<Object> row = new ArrayList<>();
        for (Feature feature : file.card().features()) {
            Object value = values.remove(feature.name());
            if (value == null) {
                throw invalid(id, "was given no tensor for the feature '" + feature.name() + "'; it takes " + names());
            }
            row.add(type.convert(value)
                    .orElseThrow(() -> invalid(
                            id,
                            "takes " + type + " for the feature '" + feature.name() + "', got "
                                    + value.getClass().getSimpleName())));
        }
        if (!values.isEmpty()) {
            throw invalid(id, "has no feature " + values.keySet() + "; it takes " + names());
        }
        TensorDescriptor descriptor = TensorDescriptor.builder(
                        input.name(),
                        type.name(),
                        input.dimensionsFor(row.size()).orElseThrow())
                .build();
        return tensor(type.javaClass(), descriptor, row);
    }

    /** The graph's outputs, value by value. */
    List<Tensor> scalars(List<Tensor> outputs) {
        List<Tensor> scalars = new ArrayList<>();
        for (Tensor output : outputs) {
            List<?> data = output.getData(output.getType()).orElseThrow();
            String name = output.getDescriptor().getName();
            for (int i = 0; i < data.size(); i++) {
                TensorDescriptor descriptor = TensorDescriptor.builder(
                                name(name, i, data.size()),
                                output.getDescriptor().getType(),
                                SCALAR)
                        .build();
                scalars.add(tensor(output.getType(), descriptor, List.of(data.get(i))));
            }
        }
        return scalars;
    }

    /** An element's name: its label or feature where the output has one a label or feature, else its number. */
    private String name(String output, int index, int size) {
        if (size == 1) {
            return output;
        }
        if (size == file.labels().size()) {
            return output + "." + file.labels().get(index);
        }
        boolean shares = file.contributions().filter(output::equals).isPresent();
        return output + "." + (shares ? file.card().features().get(index).name() : index);
    }

    private List<String> names() {
        return file.card().features().stream().map(Feature::name).toList();
    }

    private static TensorDescriptor descriptor(String name, Port port) {
        return TensorDescriptor.builder(name, port.typeName(), SCALAR).build();
    }

    @SuppressWarnings("unchecked")
    private static <T> Tensor tensor(Class<T> type, TensorDescriptor descriptor, List<?> data) {
        return new Tensor(type, descriptor, (List<T>) data);
    }

    private static KuraException invalid(String id, String problem) {
        return new KuraException(KuraErrorCode.INVALID_PARAMETER, "model " + id + " " + problem);
    }
}
