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

/** Name, element type and shape of a tensor. Immutable. */
@ProviderType
public class TensorDescriptor {

    private final String name;
    private final String type;
    private final Optional<String> format;
    private final List<Long> shape;
    private final Map<String, Object> parameters;

    public TensorDescriptor(
            String name, String type, Optional<String> format, List<Long> shape, Map<String, Object> parameters) {
        this.name = name;
        this.type = type;
        this.format = format;
        this.shape = List.copyOf(shape);
        this.parameters = Map.copyOf(parameters);
    }

    public static TensorDescriptorBuilder builder(String name, String type, List<Long> shape) {
        return new TensorDescriptorBuilder(name, type, shape);
    }

    public TensorDescriptorBuilder toBuilder() {
        return TensorDescriptorBuilder.fromTensorDescriptor(this);
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public Optional<String> getFormat() {
        return format;
    }

    public List<Long> getShape() {
        return shape;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }
}
