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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.wires.internal.Defaults;
import io.tohu.wires.internal.FakeContext;
import io.tohu.wires.internal.FakeWires;
import io.tohu.wires.internal.WindowRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class FeaturesComponentTest {

    private final FakeWires wires = new FakeWires(1);

    private FeaturesComponent component(Map<String, Object> form) {
        return new FeaturesComponent(wires, new FakeContext("f"), Defaults.form(FeaturesConfig.class, form));
    }

    private static WireEnvelope envelope(WireRecord record) {
        return new WireEnvelope("source", List.of(record));
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private Object emitted(String property) {
        return wires.emitted(0).get(0).getProperties().get(property).getValue();
    }

    @Test
    void eachChannelOfAWindowBecomesNamedFeaturesWithTheTimeOfItsEnd() {
        component(Map.of())
                .onWireReceive(envelope(
                        new WindowRecord(List.of("a", "b"), 2, floats(3, 1, -3, 1), 1000, 1100, 0, 0, 0, Map.of())
                                .toWire()));

        assertThat(emitted("a.rms")).isEqualTo(3.0);
        assertThat(emitted("b.mean")).isEqualTo(1.0);
        assertThat(emitted("b.mean_timestamp")).isEqualTo(1100L);
    }

    @Test
    void aWaveformOfAnAssetIsReadInItsFormat() {
        byte[] samples = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 4)
                .putShort((short) -4)
                .array();
        component(Map.of("channels", "vibration", "samples_format", "INT16"))
                .onWireReceive(envelope(new WireRecord(Map.of(
                        "vibration", TypedValues.newByteArrayValue(samples),
                        "vibration_timestamp", TypedValues.newLongValue(7)))));

        assertThat(emitted("vibration.peak")).isEqualTo(4.0);
        assertThat(emitted("vibration.peak_timestamp")).isEqualTo(7L);
    }

    @Test
    void whatIsNoWaveformIsTheFaultOfOneRecordOnly() {
        FeaturesComponent component = component(Map.of("channels", "v"));
        component.onWireReceive(
                envelope(new WireRecord(Map.of("v", TypedValues.newByteArrayValue(new byte[] {1, 2, 3})))));
        assertThat(wires.emitted(0)).isEmpty();

        component.onWireReceive(envelope(new WireRecord(Map.of("v", TypedValues.newByteArrayValue(floats(1, 2))))));
        assertThat(emitted("v.peak")).isEqualTo(2.0);
    }
}
