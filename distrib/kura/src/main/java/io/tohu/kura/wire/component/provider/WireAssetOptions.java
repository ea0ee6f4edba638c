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

import java.util.Arrays;
import java.util.Map;

/**
 * What an asset puts into the records it emits.
 *
 * @param emitAllChannels a channel's event makes the asset read and emit all its channels
 * @param timestamps which times go along
 * @param emitErrors a channel's error goes along
 * @param emitOnChange only values that differ from the last ones are emitted
 * @param emitEmptyEnvelopes a record without any channel is emitted too
 */
record WireAssetOptions(
        boolean emitAllChannels,
        TimestampMode timestamps,
        boolean emitErrors,
        boolean emitOnChange,
        boolean emitEmptyEnvelopes) {

    static WireAssetOptions of(Map<String, Object> properties) {
        return new WireAssetOptions(
                is(properties.get("emit.all.channels")),
                timestamps(properties.get("timestamp.mode")),
                is(properties.get("emit.errors")),
                is(properties.get("emit.on.change")),
                !Boolean.FALSE.equals(properties.get("emit.empty.envelopes")));
    }

    private static boolean is(Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static TimestampMode timestamps(Object value) {
        return Arrays.stream(TimestampMode.values())
                .filter(mode -> mode.name().equals(value))
                .findFirst()
                .orElse(TimestampMode.PER_CHANNEL);
    }
}
