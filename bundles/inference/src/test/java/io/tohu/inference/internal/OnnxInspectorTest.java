/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OnnxInspectorTest {

    private static void assertRefused(byte[] model, String reason) {
        assertThatThrownBy(() -> OnnxInspector.check(model, 20))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void ordinaryGraphsPass() {
        assertThatCode(() -> OnnxInspector.check(TestModels.machine("1.0.0").model(), 20))
                .doesNotThrowAnyException();
        assertThatCode(() -> OnnxInspector.check(TestGraphs.quantized(), 20)).doesNotThrowAnyException();
    }

    @Test
    void operatorsThatTheEngineDoesNotHaveAreNamed() {
        assertRefused(TestGraphs.model(TestGraphs.rows(), "", 99), "needs operator set 99; this engine runs up to 20");
        assertRefused(TestGraphs.model(TestGraphs.rows(), "com.acme", 1), "needs operators of the domain 'com.acme'");
    }

    @Test
    void aGraphThatReadsOtherFilesOfTheGatewayIsRefused() {
        assertRefused(TestGraphs.reading("../../../etc/passwd"), "reads values from other files");
    }

    @Test
    void aGraphThatWouldTakeMinutesToLoadIsRefused() {
        assertRefused(TestGraphs.huge(100_001), "has more than 100000 nodes");
        assertRefused(TestGraphs.deep(40), "nests graphs deeper than 16");
    }

    @Test
    void bytesThatAreNoGraphAreRefusedWhereverTheyAreTorn() {
        byte[] good = TestModels.machine("1.0.0").model();
        assertRefused(new byte[0], "it has no graph");
        assertRefused(Arrays.copyOf(good, good.length - 1), "it is torn at byte");
    }
}
