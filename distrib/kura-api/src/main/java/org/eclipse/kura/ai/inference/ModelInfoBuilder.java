/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.ai.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Builds a {@link ModelInfo}. */
@ProviderType
public class ModelInfoBuilder {

    private final String name;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<TensorDescriptor> inputs = new ArrayList<>();
    private final List<TensorDescriptor> outputs = new ArrayList<>();
    private Optional<String> platform = Optional.empty();
    private Optional<String> version = Optional.empty();

    ModelInfoBuilder(String name) {
        this.name = name;
    }

    public static ModelInfoBuilder fromModelInfo(ModelInfo modelInfo) {
        ModelInfoBuilder builder = new ModelInfoBuilder(modelInfo.getName());
        builder.parameters.putAll(modelInfo.getParameters());
        builder.inputs.addAll(modelInfo.getInputs());
        builder.outputs.addAll(modelInfo.getOutputs());
        builder.platform = modelInfo.getPlatform();
        builder.version = modelInfo.getVersion();
        return builder;
    }

    /** An empty or absent platform leaves the one that was there. */
    public ModelInfoBuilder platform(String platform) {
        this.platform = NotEmpty.or(platform, this.platform);
        return this;
    }

    /** An empty or absent version leaves the one that was there. */
    public ModelInfoBuilder version(String version) {
        this.version = NotEmpty.or(version, this.version);
        return this;
    }

    public ModelInfoBuilder addParameter(String name, Object parameter) {
        parameters.put(name, parameter);
        return this;
    }

    public ModelInfoBuilder removeParameter(String name) {
        parameters.remove(name);
        return this;
    }

    public ModelInfoBuilder addInputDescriptor(TensorDescriptor descriptor) {
        inputs.add(descriptor);
        return this;
    }

    public ModelInfoBuilder addAllInputDescriptor(List<TensorDescriptor> descriptors) {
        inputs.addAll(descriptors);
        return this;
    }

    public ModelInfoBuilder removeInputDescriptor(TensorDescriptor descriptor) {
        inputs.remove(descriptor);
        return this;
    }

    public ModelInfoBuilder addOutputDescriptor(TensorDescriptor descriptor) {
        outputs.add(descriptor);
        return this;
    }

    public ModelInfoBuilder addAllOutputDescriptor(List<TensorDescriptor> descriptors) {
        outputs.addAll(descriptors);
        return this;
    }

    public ModelInfoBuilder removeOutputDescriptor(TensorDescriptor descriptor) {
        outputs.remove(descriptor);
        return this;
    }

    /**
     * The model as described so far.
     *
     * @throws IllegalArgumentException when the name, the inputs or the outputs are missing
     */
    public ModelInfo build() {
        NotEmpty.check(name, "name of a model");
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException("model " + name + " needs at least one input and one output");
        }
        return new ModelInfo(name, platform, version, parameters, inputs, outputs);
    }
}
