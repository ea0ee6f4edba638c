/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.type;

import static java.util.Objects.requireNonNull;

import org.osgi.annotation.versioning.ProviderType;

/** A float. */
@ProviderType
public class FloatValue implements TypedValue<Float> {

    private final float value;

    public FloatValue(float value) {
        this.value = value;
    }

    @Override
    public int compareTo(TypedValue<Float> other) {
        requireNonNull(other, "other");
        return Float.compare(value, other.getValue());
    }

    @Override
    public DataType getType() {
        return DataType.FLOAT;
    }

    @Override
    public Float getValue() {
        return value;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        FloatValue other = (FloatValue) obj;
        return Float.compare(value, other.value) == 0;
    }

    @Override
    public int hashCode() {
        return Float.hashCode(value);
    }

    @Override
    public String toString() {
        return "FloatValue [value=" + value + "]";
    }
}
