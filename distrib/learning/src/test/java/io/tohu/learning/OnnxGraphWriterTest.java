/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxGraphWriterTest {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    @Test
    void theGraphScoresAsTheReferenceDoesOnHealthyShiftedAndStuckWindows() throws Exception {
        DynamicPca model = Machine.model();
        try (OrtSession session = ENVIRONMENT.createSession(OnnxGraphWriter.write(model, "machine"))) {
            double[][] rows = Machine.healthy(11, 2000);
            for (int begin = 0; begin + 10 <= rows.length; begin += 10) {
                double[] window = HealthyData.flatten(rows, begin, 10);
                int channel = begin / 10 % 3;
                for (int i = channel; i < window.length; i += 3) {
                    window[i] = begin % 20 == 0 ? window[i] + begin / 200.0 : window[channel];
                }
                assertSame(session, model, window);
            }
        }
    }

    private static void assertSame(OrtSession session, DynamicPca model, double[] window) throws OrtException {
        float[] values = new float[window.length];
        double[] asRead = new double[window.length];
        for (int i = 0; i < window.length; i++) {
            values[i] = (float) window[i];
            asRead[i] = values[i];
        }
        WindowScore expected = model.score(asRead);
        try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), new long[] {1, 10, 3});
                OrtSession.Result result = session.run(Map.of("window", tensor))) {
            assertClose(result, "score", expected.score());
            assertClose(result, "t2", expected.t2());
            assertClose(result, "spe", expected.spe());
            assertClose(result, "contributions", expected.contributions());
        }
    }

    private static void assertClose(OrtSession.Result result, String output, double... expected) throws OrtException {
        float[] actual = (float[]) result.get(output).orElseThrow().getValue();
        assertThat(actual).as(output).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("%s[%d]", output, i)
                    .isCloseTo(expected[i], within(1e-4 * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
