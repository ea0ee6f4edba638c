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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Builds a {@link TensorDescriptor}. */
@ProviderType
public class TensorDescriptorBuilder {

    private final String name;
    private final String type;
    private final List<Long> shape;
    private final Map<String, Object> parameters = new HashMap<>();
    private Optional<String> format = Optional.empty();

    TensorDescriptorBuilder(String name, String type, List<Long> shape) {
        this.name = name;
        this.type = type;
        this.shape = shape;
    }

    public static TensorDescriptorBuilder fromTensorDescriptor(TensorDescriptor descriptor) {
        TensorDescriptorBuilder builder =
                new TensorDescriptorBuilder(descriptor.getName(), descriptor.getType(), descriptor.getShape());
        builder.parameters.putAll(descriptor.getParameters());
        builder.format = descriptor.getFormat();
        return builder;
    }

    /** An empty or absent format leaves the one that was there. */
    public TensorDescriptorBuilder format(String format) {
        this.format = NotEmpty.or(format, this.format);
        return this;
    }

    public TensorDescriptorBuilder addParameter(String name, Object parameter) {
        parameters.put(name, parameter);
        return this;
    }

    public TensorDescriptorBuilder removeParameter(String name) {
        parameters.remove(name);
        return this;
    }

    /**
     * The tensor as described so far.
     *
     * @throws IllegalArgumentException when the name, the type or the shape is missing
     */
    public TensorDescriptor build() {
        NotEmpty.check(name, "name of a tensor");
        NotEmpty.check(type, "type of tensor " + name);
        if (shape == null || shape.isEmpty()) {
            throw new IllegalArgumentException("the shape of tensor " + name + " must not be empty");
        }
        return new TensorDescriptor(name, type, format, shape, parameters);
    }
}
