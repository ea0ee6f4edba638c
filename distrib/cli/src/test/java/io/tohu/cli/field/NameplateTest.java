/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.cli.cloud.CloudMessage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameplateTest {

    private final Map<String, Object> metrics = new HashMap<>(Map.of(
            "serial",
            3_210_987_654L,
            "name",
            "TOHU PUMP SKID 1",
            "turning",
            true,
            "lit",
            false,
            "inService",
            true,
            "flow",
            38.7,
            "flowBelow100",
            -6130,
            "speed",
            2606.0,
            "dischargePressure",
            4.2));

    @Test
    void aReportThatIsReadAsMeantHasNothingWrong() {
        assertThat(wrong()).isEmpty();
    }

    @Test
    void aNumberWithSwappedWordsIsNamed() {
        metrics.put("serial", 1_485_026_148L);

        assertThat(wrong()).contains("serial is 1485026148, not 3210987654");
    }

    @Test
    void aSignedNumberReadAsUnsignedIsNamed() {
        metrics.put("flowBelow100", 65536 - 6130);

        assertThat(wrong()).contains("flowBelow100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "lit", "inService", "flow", "speed", "dischargePressure", "flowBelow100"})
    void aChannelWithoutAValueIsNamedWithItsReason(String channel) {
        metrics.remove(channel);
        metrics.put(channel + "_error", "illegal address");

        assertThat(wrong()).contains(channel, "illegal address");
    }

    private String wrong() {
        return Nameplate.wrong(new CloudMessage("x", metrics, 0, 0));
    }
}
