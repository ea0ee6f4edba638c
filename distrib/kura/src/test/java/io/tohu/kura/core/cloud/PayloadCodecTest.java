/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.Test;

class PayloadCodecTest {

    /** A message that an asset of a Kura 5.6 sent. */
    private static final String RECORDED =
            "1f8b08000000000000ffe3e83bb8ffe87c93433b9824b9f8d272f2cbe34b3273538b4b12730b049834da6192625cbc0545a9c5c5a545a9f1a579992502ac4ecc4989454019592e21b80c56ad325c82b999c5c59979e928f2bd30795d2e5e987c6a51517e11d06829f7fc1285a4c41405a0e292d2622b05234353030b4b43532303a006612ecec4e2e2d412bfc4dc54a0629682d2dc02a0b008171fdc2130831880e2a25c1c307101064906103810ef009410e2e2047b18d53f025c5c6051642304b958406248da01a6d04bff37010000";

    @Test
    void aMessageOfARealGatewayIsUnderstood() throws IOException {
        KuraPayload payload = PayloadCodec.decode(HexFormat.of().parseHex(RECORDED));

        assertThat(payload.getTimestamp()).isEqualTo(new Date(1795173638286L));
        assertThat(payload.metrics())
                .hasSize(11)
                .containsEntry("assetName", "pump")
                .containsEntry("flow", 127.0)
                .containsEntry("flow_unit", "bar")
                .containsEntry("flow_timestamp", 1795173638279L)
                .containsEntry("flow_error", "")
                .containsEntry("missing_error", "Got bad status: 2150891520");
        assertThat(payload.getBody()).isNull();
    }

    @Test
    void whatIsSaidAgainIsWhatTheRealGatewaySaid() throws IOException {
        KuraPayload recorded = PayloadCodec.decode(HexFormat.of().parseHex(RECORDED));

        KuraPayload again = PayloadCodec.decode(PayloadCodec.encode(recorded, true));

        assertThat(again.metrics()).isEqualTo(recorded.metrics());
        assertThat(again.getTimestamp()).isEqualTo(recorded.getTimestamp());
    }

    @Test
    void everyTypeOfMetricSurvives() throws IOException {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date(1));
        payload.addMetric("double", -1.5);
        payload.addMetric("float", 2.5f);
        payload.addMetric("long", -3L);
        payload.addMetric("int", -4);
        payload.addMetric("bool", true);
        payload.addMetric("string", "Öl");
        payload.addMetric("bytes", new byte[] {1, -1});
        payload.setBody(new byte[] {0, 1, 2});

        KuraPayload decoded = PayloadCodec.decode(PayloadCodec.encode(payload, false));

        for (String name : List.of("double", "float", "long", "int", "bool", "string")) {
            assertThat(decoded.getMetric(name)).isEqualTo(payload.getMetric(name));
        }
        assertThat((byte[]) decoded.getMetric("bytes")).containsExactly(1, -1);
        assertThat(decoded.getBody()).containsExactly(0, 1, 2);
        assertThat(decoded.getTimestamp()).isEqualTo(new Date(1));
    }

    @Test
    void aShortMessageIsNotCompressed() {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("m", 1);

        assertThat(PayloadCodec.encode(payload, true)).isEqualTo(PayloadCodec.encode(payload, false));
    }

    @Test
    void aMetricWithoutValueIsLeftOut() throws IOException {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("nothing", null);

        assertThat(PayloadCodec.decode(PayloadCodec.encode(payload, false)).metrics())
                .isEmpty();
    }

    @Test
    void aMetricOfAnotherTypeFailsTheWholeMessageAsInKura() {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("fine", 1);
        payload.addMetric("list", List.of(1.0));

        assertThatThrownBy(() -> PayloadCodec.encode(payload, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
