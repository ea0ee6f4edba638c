/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.channel;

import io.tohu.modbus.internal.exchange.Reading;
import io.tohu.modbus.internal.point.KuraValues;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.ValueException;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/**
 * A channel of a batch. It makes a new value only when the registers hold something else than before: most of a plant
 * stands still from one reading to the next, and values cannot be changed by those who get them. Not thread-safe.
 */
final class Slot {

    private final Target target;
    private final Point point;
    private final DataType type;
    private final boolean numeric;
    private long bits;
    private TypedValue<?> value;

    Slot(Target target, Point point) {
        this.target = target;
        this.point = point;
        this.type = target.valueType();
        this.numeric = KuraValues.isNumeric(point, type);
    }

    void take(Reading reading) {
        try {
            if (reading.failure() != null) {
                throw new ValueException(reading.failure().getMessage());
            }
            target.value(value(reading.data(), reading.offset(point.span())), reading.time());
        } catch (ValueException e) {
            target.failed(new ValueException(point.where() + ": " + e.getMessage()), reading.time());
        }
    }

    private TypedValue<?> value(byte[] data, int offset) throws ValueException {
        if (!numeric) {
            return KuraValues.read(point, type, data, offset);
        }
        long now = KuraValues.bits(point, data, offset);
        if (value == null || now != bits) {
            value = KuraValues.of(point, type, now);
            bits = now;
        }
        return value;
    }

    void fail(Exception failure, long now) {
        target.failed(failure, now);
    }
}
