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

import java.util.Arrays;
import org.osgi.annotation.versioning.ProviderType;

/** An array of bytes. */
@ProviderType
public class ByteArrayValue implements TypedValue<byte[]> {

    private final byte[] value;

    public ByteArrayValue(byte[] value) {
        this.value = requireNonNull(value, "value");
    }

    @Override
    public int compareTo(TypedValue<byte[]> other) {
        requireNonNull(other, "other");
        return Arrays.compareUnsigned(value, other.getValue());
    }

    @Override
    public DataType getType() {
        return DataType.BYTE_ARRAY;
    }

    @Override
    public byte[] getValue() {
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
        ByteArrayValue other = (ByteArrayValue) obj;
        return Arrays.equals(value, other.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "ByteArrayValue [value=" + Arrays.toString(value) + "]";
    }
}
