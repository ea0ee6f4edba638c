/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.ai.component.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraIOException;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;

/** Records as tensors of one value and back. One instance for all components, as in Kura: two of them mix it up. */
final class Tensors {

    private static final Tensors SHARED = new Tensors();

    private List<TensorDescriptor> descriptors = List.of();

    private Tensors() {}

    static Tensors of(List<TensorDescriptor> descriptors) {
        SHARED.descriptors = descriptors;
        return SHARED;
    }

    List<Tensor> read(WireRecord received) throws KuraException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorDescriptor descriptor : SHARED.descriptors) {
            TypedValue<?> value = received.getProperties().get(descriptor.getName());
            if (value == null) {
                throw new KuraException(KuraErrorCode.NOT_FOUND);
            }
            tensors.add(tensor(value.getValue(), descriptor));
        }
        return tensors;
    }

    private static Tensor tensor(Object value, TensorDescriptor descriptor) {
        if (!(value instanceof byte[] bytes)) {
            return tensor(value.getClass(), descriptor, List.of(value));
        }
        List<Byte> list = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            list.add(b);
        }
        return new Tensor(Byte.class, descriptor, list);
    }

    @SuppressWarnings("unchecked")
    private static <T> Tensor tensor(Class<T> type, TensorDescriptor descriptor, List<?> data) {
        return new Tensor(type, descriptor, (List<T>) data);
    }

    List<WireRecord> write(List<Tensor> tensors) throws KuraIOException {
        List<WireRecord> records = new ArrayList<>();
        for (Tensor tensor : tensors) {
            String name = tensor.getDescriptor().getName();
            List<?> data = tensor.getData(tensor.getType()).orElseThrow();
            Object value;
            if (tensor.getType() == Byte.class) {
                byte[] bytes = new byte[data.size()];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (Byte) data.get(i);
                }
                value = bytes;
            } else if (data.size() == 1) {
                value = data.get(0);
            } else {
                throw new KuraIOException("The tensor " + name + " does not contain data of length 1.");
            }
            records.add(new WireRecord(Map.of(name, TypedValues.newTypedValue(value))));
        }
        return records;
    }
}
