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

import java.util.Arrays;
import java.util.List;

/**
 * Joins readings that arrive in several records into rows. A row is complete when each channel has been heard, or
 * when a channel is heard again before the others: then the silent ones are missing in it.
 */
final class RowAssembler {

    /** Takes complete rows; an element is null where the channel was not heard. The array is reused. */
    interface RowSink {
        void row(Reading[] readings);
    }

    private final Reading[] pending;
    private int heard;

    RowAssembler(int channels) {
        this.pending = new Reading[channels];
    }

    /**
     * Adds what one record says.
     *
     * @param readings one element a channel, null where the record says nothing of it
     */
    void add(List<Reading> readings, RowSink sink) {
        for (int i = 0; i < pending.length; i++) {
            if (readings.get(i) != null && pending[i] != null) {
                complete(sink);
                break;
            }
        }
        for (int i = 0; i < pending.length; i++) {
            if (readings.get(i) != null) {
                pending[i] = readings.get(i);
                heard++;
            }
        }
        if (heard == pending.length) {
            complete(sink);
        }
    }

    private void complete(RowSink sink) {
        sink.row(pending);
        Arrays.fill(pending, null);
        heard = 0;
    }
}
