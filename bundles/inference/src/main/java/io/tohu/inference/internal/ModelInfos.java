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

import java.util.Optional;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.ModelInfoBuilder;
import org.eclipse.kura.ai.inference.TensorDescriptor;

/**
 * Describes loaded models in Kura's terms, a tabular one by its features, with what their calls took so far as parameters.
 */
final class ModelInfos {

    private ModelInfos() {}

    static ModelInfo of(LoadedModel model) {
        ModelInfoBuilder info =
                ModelInfo.builder(model.name()).platform("onnxruntime").version(model.version());
        Optional<TabularPorts> tabular = TabularPorts.of(model);
        if (tabular.isPresent()) {
            tabular.get().inputs().forEach(info::addInputDescriptor);
            tabular.get().outputs().forEach(info::addOutputDescriptor);
        } else {
            model.inputs().values().forEach(port -> info.addInputDescriptor(descriptor(port)));
            model.outputs().values().forEach(port -> info.addOutputDescriptor(descriptor(port)));
        }
        CallStatistics statistics = model.statistics();
        return info.addParameter("calls", statistics.successes())
                .addParameter("failures", statistics.failures())
                .addParameter("memory.bytes", model.memoryBytes())
                .addParameter("p50.ns", statistics.percentile(0.5))
                .addParameter("p95.ns", statistics.percentile(0.95))
                .addParameter("p99.ns", statistics.percentile(0.99))
                .build();
    }

    /** A port's descriptor; a dimension of any size is -1. */
    private static TensorDescriptor descriptor(Port port) {
        return TensorDescriptor.builder(port.name(), port.typeName(), port.shape())
                .build();
    }
}
