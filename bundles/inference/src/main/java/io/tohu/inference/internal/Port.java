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

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An input or output of a graph.
 *
 * @param name its name in the graph
 * @param typeName type as messages show it
 * @param type element type, empty when it is none that can be exchanged
 * @param shape dimensions, -1 where any size fits
 */
record Port(String name, String typeName, Optional<ElementType> type, List<Long> shape) {

    static Port of(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo)) {
            return new Port(node.getName(), node.getInfo().getClass().getSimpleName(), Optional.empty(), List.of());
        }
        TensorInfo info = (TensorInfo) node.getInfo();
        Optional<ElementType> type = ElementType.of(info.type);
        List<Long> shape = Arrays.stream(info.getShape()).boxed().toList();
        return new Port(node.getName(), type.map(Enum::name).orElse(info.onnxType.name()), type, shape);
    }

    /** Whether a tensor of these dimensions fits. */
    boolean accepts(List<Long> dimensions) {
        if (dimensions.size() != shape.size()) {
            return false;
        }
        for (int i = 0; i < dimensions.size(); i++) {
            long declared = shape.get(i);
            if (dimensions.get(i) < 0 || declared >= 0 && declared != dimensions.get(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The dimensions that a number of elements makes, where the declared ones leave at most one open. Among several
     * open ones the first are taken as 1: they are batches.
     */
    Optional<List<Long>> dimensionsFor(long elements) {
        int last = shape.lastIndexOf(-1L);
        long known = 1;
        Long[] dimensions = new Long[shape.size()];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = shape.get(i) < 0 ? 1 : shape.get(i);
            known *= dimensions[i];
        }
        if (last >= 0 && known > 0 && elements % known == 0) {
            dimensions[last] = elements / known;
            return Optional.of(List.of(dimensions));
        }
        return known == elements ? Optional.of(List.of(dimensions)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "'" + name + "' (" + typeName + " " + shape + ")";
    }
}
