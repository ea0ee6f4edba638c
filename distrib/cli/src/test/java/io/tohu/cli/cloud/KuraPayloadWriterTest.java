/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KuraPayloadWriterTest {

    @Test
    void aRequestHasTheBytesThatAGatewayExpects() {
        byte[] bytes = KuraPayloadWriter.write(5, new KuraPayload(Map.of("job.id", 7L), "{}".getBytes()));

        // Field 1 = 5; field 5000 with name, type INT64 and long_value 7; field 5001 with the body. Encoded by hand.
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("0805" + "c2b802" + "0c" + "0a066a6f622e6964" + "1002" + "2807" + "cab802" + "027b7d");
    }

    @Test
    void everyTypeOfMetricAndTheBodyAreReadAsTheyWereWritten() throws Exception {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("double", -1.5);
        metrics.put("float", 2.5f);
        metrics.put("long", Long.MIN_VALUE);
        metrics.put("int", -3);
        metrics.put("bool", true);
        metrics.put("text", "Māori");

        KuraPayload read =
                KuraPayloadReader.read(KuraPayloadWriter.write(1, new KuraPayload(metrics, new byte[] {1, 2, 3})));

        assertThat(read.metrics()).isEqualTo(metrics);
        assertThat(read.body()).containsExactly(1, 2, 3);
    }

    @Test
    void aValueThatTheFormatHasNoTypeForIsRefused() {
        KuraPayload payload = new KuraPayload(Map.of("list", List.of()), new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KuraPayloadWriter.write(1, payload))
                .withMessageContaining("list");
    }
}
