/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last rows of a window in a ring, and when a window is due. */
final class SlidingWindow {

    private final int samples;
    private final int stride;
    private final int channels;
    private final float[] ring;
    private final long[] times;
    private final int[] held;
    private final int[] interpolated;
    private long rows;
    private long nextWindow;

    SlidingWindow(int samples, int stride, int channels) {
        this.samples = samples;
        this.stride = stride;
        this.channels = channels;
        this.ring = new float[samples * channels];
        this.times = new long[samples];
        this.held = new int[samples];
        this.interpolated = new int[samples];
        this.nextWindow = samples;
    }

    /** Adds a row and says whether a window ends with it. */
    boolean add(float[] row, long time, int heldValues, int interpolatedValues) {
        int slot = slot(rows);
        System.arraycopy(row, 0, ring, slot * channels, channels);
        times[slot] = time;
        held[slot] = heldValues;
        interpolated[slot] = interpolatedValues;
        rows++;
        if (rows < nextWindow) {
            return false;
        }
        nextWindow = rows + stride;
        return true;
    }

    /** Forgets all rows; the next window needs {@code samples} new ones. */
    void clear() {
        rows = 0;
        nextWindow = samples;
    }

    /** The window's rows, oldest first, as little-endian float32. */
    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(ring.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            int from = slot(rows + i) * channels;
            for (int c = 0; c < channels; c++) {
                out.putFloat(ring[from + c]);
            }
        }
        return out.array();
    }

    long start() {
        return times[slot(rows)];
    }

    long end() {
        return times[slot(rows - 1)];
    }

    /** How many values of the window were held over a gap. */
    int heldValues() {
        return sum(held);
    }

    /** How many values of the window were interpolated over a gap. */
    int interpolatedValues() {
        return sum(interpolated);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private int slot(long row) {
        return (int) (row % samples);
    }
}
