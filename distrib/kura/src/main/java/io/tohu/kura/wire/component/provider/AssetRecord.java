/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * The properties of the record that an asset emits: {@code <channel>}, {@code <channel>_unit}, {@code <channel>_timestamp},
 * {@code <channel>_error} and {@code assetTimestamp}, as the options say. A channel that failed has no value and no unit.
 */
final class AssetRecord {

    private AssetRecord() {}

    static Map<String, TypedValue<?>> of(List<ChannelRecord> records, WireAssetOptions options, Clock clock) {
        Map<String, TypedValue<?>> properties = new HashMap<>(records.size() * 2);
        for (ChannelRecord record : records) {
            String name = record.getChannelName();
            if (record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS) {
                properties.put(name, record.getValue());
                if (record.getUnit() != null && !record.getUnit().isBlank()) {
                    properties.put(name + "_unit", TypedValues.newStringValue(record.getUnit()));
                }
            }
            if (options.timestamps() == TimestampMode.PER_CHANNEL) {
                properties.put(name + "_timestamp", TypedValues.newLongValue(record.getTimestamp()));
            }
            if (options.emitErrors()) {
                properties.put(name + "_error", TypedValues.newStringValue(error(record.getChannelStatus())));
            }
        }
        Long single = singleTime(records, options.timestamps(), clock);
        if (single != null) {
            properties.put("assetTimestamp", TypedValues.newLongValue(single));
        }
        return properties;
    }

    private static Long singleTime(List<ChannelRecord> records, TimestampMode mode, Clock clock) {
        return switch (mode) {
            case NO_TIMESTAMPS, PER_CHANNEL -> null;
            case SINGLE_ASSET_GENERATED -> clock.millis();
            case SINGLE_DRIVER_GENERATED_MAX -> records.stream()
                    .mapToLong(ChannelRecord::getTimestamp)
                    .reduce(0, Math::max);
            case SINGLE_DRIVER_GENERATED_MIN -> records.stream()
                    .mapToLong(ChannelRecord::getTimestamp)
                    .reduce(Long.MAX_VALUE, Math::min);
        };
    }

    private static String error(ChannelStatus status) {
        if (status.getChannelFlag() == ChannelFlag.SUCCESS) {
            return "";
        }
        String message = status.getExceptionMessage();
        Exception exception = status.getException();
        if (message != null) {
            return exception == null ? message : message + " " + exception;
        }
        return exception == null ? "ERROR NOT SPECIFIED" : exception.toString();
    }
}
