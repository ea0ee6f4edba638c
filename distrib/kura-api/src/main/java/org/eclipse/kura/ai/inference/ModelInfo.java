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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a loaded model is called and what it takes and gives. Immutable. */
@ProviderType
public class ModelInfo {

    private final String name;
    private final Optional<String> platform;
    private final Optional<String> version;
    private final Map<String, Object> parameters;
    private final List<TensorDescriptor> inputs;
    private final List<TensorDescriptor> outputs;

    protected ModelInfo(
            String name,
            Optional<String> platform,
            Optional<String> version,
            Map<String, Object> parameters,
            List<TensorDescriptor> inputs,
            List<TensorDescriptor> outputs) {
        this.name = name;
        this.platform = platform;
        this.version = version;
        this.parameters = Map.copyOf(parameters);
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
    }

    public static ModelInfoBuilder builder(String name) {
        return new ModelInfoBuilder(name);
    }

    public ModelInfoBuilder toBuilder() {
        return ModelInfoBuilder.fromModelInfo(this);
    }

    public String getName() {
        return name;
    }

    public Optional<String> getPlatform() {
        return platform;
    }

    public Optional<String> getVersion() {
        return version;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    public List<TensorDescriptor> getInputs() {
        return inputs;
    }

    public List<TensorDescriptor> getOutputs() {
        return outputs;
    }
}
