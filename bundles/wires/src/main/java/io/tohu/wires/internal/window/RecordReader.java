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

import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/** Finds a channel's value, time and error in a record of a Kura asset. */
final class RecordReader {

    private static final String TIMESTAMP = "_timestamp";
    private static final String ERROR = "_error";

    private RecordReader() {}

    /**
     * @return the channel's reading, or null when the record says nothing of the channel
     */
    static Reading read(Map<String, TypedValue<?>> record, String channel, long now) {
        TypedValue<?> stamp = record.get(channel + TIMESTAMP);
        boolean stamped = stamp != null && stamp.getValue() instanceof Number;
        long time = stamped ? ((Number) stamp.getValue()).longValue() : now;
        TypedValue<?> value = record.get(channel);
        if (value != null) {
            return numeric(value.getValue(), time, stamped);
        }
        TypedValue<?> error = record.get(channel + ERROR);
        if (error != null) {
            return Reading.failed(String.valueOf(error.getValue()), time, stamped);
        }
        return stamp == null ? null : Reading.failed("the asset read no value", time, stamped);
    }

    private static Reading numeric(Object value, long time, boolean stamped) {
        double number;
        if (value instanceof Number n) {
            number = n.doubleValue();
        } else if (value instanceof Boolean b) {
            number = b ? 1 : 0;
        } else {
            return Reading.failed(
                    "its value is not a number but " + value.getClass().getSimpleName(), time, stamped);
        }
        if (!Double.isFinite(number)) {
            return Reading.failed("its value is " + number, time, stamped);
        }
        return Float.isFinite((float) number)
                ? Reading.of(number, time, stamped)
                : Reading.failed("its value is " + number + ", beyond a 32-bit number", time, stamped);
    }
}
