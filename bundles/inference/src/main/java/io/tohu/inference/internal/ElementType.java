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

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The element types that models may take and give, named as Kura names tensor types, each with its Java class. */
enum ElementType {
    FP32(Float.class, OnnxJavaType.FLOAT),
    FP64(Double.class, OnnxJavaType.DOUBLE),
    INT8(Byte.class, OnnxJavaType.INT8),
    UINT8(Byte.class, OnnxJavaType.UINT8),
    INT32(Integer.class, OnnxJavaType.INT32),
    INT64(Long.class, OnnxJavaType.INT64),
    BOOL(Boolean.class, OnnxJavaType.BOOL),
    STRING(String.class, OnnxJavaType.STRING);

    private final Class<?> javaClass;
    private final OnnxJavaType onnxType;

    ElementType(Class<?> javaClass, OnnxJavaType onnxType) {
        this.javaClass = javaClass;
        this.onnxType = onnxType;
    }

    static Optional<ElementType> of(OnnxJavaType type) {
        for (ElementType candidate : values()) {
            if (candidate.onnxType == type) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Class of one element in a list of values. */
    Class<?> javaClass() {
        return javaClass;
    }

    /**
     * Makes a tensor.
     *
     * @param data elements of {@link #javaClass()}, row-major, as many as the shape has
     */
    OnnxTensor create(OrtEnvironment environment, List<?> data, long[] shape) throws OrtException {
        int size = data.size();
        switch (this) {
            case FP32:
                FloatBuffer floats = FloatBuffer.allocate(size);
                data.forEach(value -> floats.put((Float) value));
                return OnnxTensor.createTensor(environment, floats.flip(), shape);
            case FP64:
                DoubleBuffer doubles = DoubleBuffer.allocate(size);
                data.forEach(value -> doubles.put((Double) value));
                return OnnxTensor.createTensor(environment, doubles.flip(), shape);
            case INT32:
                IntBuffer ints = IntBuffer.allocate(size);
                data.forEach(value -> ints.put((Integer) value));
                return OnnxTensor.createTensor(environment, ints.flip(), shape);
            case INT64:
                LongBuffer longs = LongBuffer.allocate(size);
                data.forEach(value -> longs.put((Long) value));
                return OnnxTensor.createTensor(environment, longs.flip(), shape);
            case STRING:
                return OnnxTensor.createTensor(environment, data.toArray(String[]::new), shape);
            case BOOL:
                ByteBuffer flags = ByteBuffer.allocate(size);
                data.forEach(value -> flags.put((byte) ((Boolean) value ? 1 : 0)));
                return OnnxTensor.createTensor(environment, flags.flip(), shape, onnxType);
            default:
                ByteBuffer bytes = ByteBuffer.allocate(size);
                data.forEach(value -> bytes.put((Byte) value));
                return OnnxTensor.createTensor(environment, bytes.flip(), shape, onnxType);
        }
    }

    /** Copies a tensor's elements into a list of {@link #javaClass()}, row-major. */
    List<?> read(OnnxTensor tensor) throws OrtException {
        int size = Math.toIntExact(tensor.getInfo().getNumElements());
        switch (this) {
            case FP32:
                return list(size, tensor.getFloatBuffer()::get);
            case FP64:
                return list(size, tensor.getDoubleBuffer()::get);
            case INT32:
                return list(size, tensor.getIntBuffer()::get);
            case INT64:
                return list(size, tensor.getLongBuffer()::get);
            case STRING:
                List<String> strings = new ArrayList<>(size);
                flatten(tensor.getValue(), strings);
                return strings;
            case BOOL:
                ByteBuffer flags = tensor.getByteBuffer();
                return list(size, i -> flags.get(i) != 0);
            default:
                return list(size, tensor.getByteBuffer()::get);
        }
    }

    /** A value of another type as one of this type; empty when it is no such value. */
    Optional<Object> convert(Object value) {
        if (this == STRING) {
            return value instanceof String ? Optional.of(value) : Optional.empty();
        }
        if (value instanceof Boolean) {
            return Optional.of(fromNumber((Boolean) value ? 1 : 0));
        }
        return value instanceof Number ? Optional.of(fromNumber(((Number) value).doubleValue())) : Optional.empty();
    }

    /** The value of this type that is nearest to a number; strings have none. */
    Object fromNumber(double value) {
        switch (this) {
            case FP32:
                return (float) value;
            case FP64:
                return value;
            case INT32:
                return (int) value;
            case INT64:
                return (long) value;
            case BOOL:
                return value != 0;
            case STRING:
                throw new IllegalArgumentException("a string is no number");
            default:
                return (byte) (int) value;
        }
    }

    private static <T> List<T> list(int size, IntFunction<T> element) {
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(element.apply(i));
        }
        return values;
    }

    private static void flatten(Object value, List<String> into) {
        if (value instanceof Object[]) {
            for (Object element : (Object[]) value) {
                flatten(element, into);
            }
        } else {
            into.add((String) value);
        }
    }
}
