/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.features;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;

/** How the samples of a waveform stand in a byte array, little-endian. */
enum Waveform {
    INT16(Short.BYTES),
    INT32(Integer.BYTES),
    FLOAT32(Float.BYTES),
    FLOAT64(Double.BYTES);

    private final int size;

    Waveform(int size) {
        this.size = size;
    }

    /** @throws IllegalArgumentException when the bytes are no whole number of samples, or fewer than two */
    double[] read(byte[] bytes) {
        if (bytes.length % size != 0 || bytes.length < 2 * size) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no waveform of " + name() + ": check Samples are");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        IntToDoubleFunction sample =
                switch (this) {
                    case INT16 -> i -> in.getShort(i * size);
                    case INT32 -> i -> in.getInt(i * size);
                    case FLOAT32 -> i -> in.getFloat(i * size);
                    case FLOAT64 -> i -> in.getDouble(i * size);
                };
        double[] signal = new double[bytes.length / size];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = sample.applyAsDouble(i);
            if (!Double.isFinite(signal[i])) {
                throw new IllegalArgumentException("sample " + i + " of the waveform is " + signal[i]);
            }
        }
        return signal;
    }
}
