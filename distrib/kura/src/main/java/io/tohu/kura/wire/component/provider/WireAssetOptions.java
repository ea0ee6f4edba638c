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

import io.tohu.kura.asset.provider.AssetForm;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Tscalar;

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

    /** @return a new form with the asset's own fields */
    static Tocd form() {
        Tocd form = new Tocd();
        form.setId("org.eclipse.kura.asset");
        form.setName("Wire Asset");
        form.setDescription("Channels of one driver as a wire component.");
        form.addAD(AssetForm.field("asset.desc", Tscalar.STRING, null, false, "What the asset is, for people."));
        form.addAD(AssetForm.field("driver.pid", Tscalar.STRING, null, true, "Name of the driver."));
        form.addAD(
                AssetForm.field(
                        "emit.all.channels",
                        Tscalar.BOOLEAN,
                        "false",
                        true,
                        "When a channel that is listened to changes: true reads and emits all channels, false emits that one."));
        form.addAD(AssetForm.field(
                "timestamp.mode",
                Tscalar.STRING,
                TimestampMode.PER_CHANNEL.name(),
                true,
                "Which times are emitted: none, one of each channel, one of the asset, or the latest or oldest of all channels.",
                Arrays.stream(TimestampMode.values()).map(Enum::name).toArray(String[]::new)));
        form.addAD(AssetForm.field(
                "emit.errors", Tscalar.BOOLEAN, "false", true, "Whether the error of each channel is emitted."));
        form.addAD(AssetForm.field(
                "emit.on.change",
                Tscalar.BOOLEAN,
                "false",
                true,
                "Whether a value is emitted only when it differs from the last one."));
        form.addAD(AssetForm.field(
                "emit.empty.envelopes",
                Tscalar.BOOLEAN,
                "true",
                true,
                "Whether something is emitted when there is nothing to say; of use with emit.on.change."));
        return form;
    }
}
