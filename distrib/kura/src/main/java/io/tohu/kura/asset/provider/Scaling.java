/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.asset.provider;

import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ScaleOffsetType;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * Scale and offset of a channel's value: value · scale + offset.
 *
 * <p>As in Kura, with DEFINED_BY_VALUE_TYPE the two numbers are first cut to the value's type, so that a scale of 0.1 on an INTEGER
 * makes 0 of everything. What is written is not scaled.
 */
final class Scaling {

    private Scaling() {}

    /** @return whether the record has a value that the channel's scale or offset changes */
    static boolean applies(ChannelRecord record, Channel channel) {
        return record.getValueType() != null
                && record.getValue() != null
                && !(channel.getValueScaleAsNumber().equals(1.0)
                        && channel.getValueOffsetAsNumber().equals(0.0))
                && isNumber(channel.getValueType());
    }

    /** Replaces the record's value by the scaled one. */
    static void apply(ChannelRecord record, Channel channel) {
        TypedValue<?> value = record.getValue();
        Number number = (Number) value.getValue();
        Number scale = channel.getValueScaleAsNumber();
        Number offset = channel.getValueOffsetAsNumber();
        ScaleOffsetType arithmetic = channel.getScaleOffsetType();
        if (arithmetic == ScaleOffsetType.DEFINED_BY_VALUE_TYPE) {
            record.setValue(typed(value.getType(), scaled(value.getType(), number, scale, offset)));
        } else {
            DataType type = arithmetic == ScaleOffsetType.LONG ? DataType.LONG : DataType.DOUBLE;
            record.setValue(typed(channel.getValueType(), scaled(type, number, scale, offset)));
        }
    }

    private static boolean isNumber(DataType type) {
        return switch (type) {
            case DOUBLE, FLOAT, INTEGER, LONG -> true;
            default -> false;
        };
    }

    private static Number scaled(DataType type, Number value, Number scale, Number offset) {
        return switch (type) {
            case DOUBLE -> value.doubleValue() * scale.doubleValue() + offset.doubleValue();
            case FLOAT -> value.floatValue() * scale.floatValue() + offset.floatValue();
            case INTEGER -> value.intValue() * scale.intValue() + offset.intValue();
            case LONG -> value.longValue() * scale.longValue() + offset.longValue();
            default -> throw new IllegalArgumentException("Not a number: " + type);
        };
    }

    private static TypedValue<?> typed(DataType type, Number value) {
        return switch (type) {
            case DOUBLE -> TypedValues.newDoubleValue(value.doubleValue());
            case FLOAT -> TypedValues.newFloatValue(value.floatValue());
            case INTEGER -> TypedValues.newIntegerValue(value.intValue());
            case LONG -> TypedValues.newLongValue(value.longValue());
            default -> throw new IllegalArgumentException("Not a number: " + type);
        };
    }
}
