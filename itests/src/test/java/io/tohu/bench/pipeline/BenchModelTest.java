/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchModelTest {

    @TempDir
    private Path bundle;

    /** Or the bench would time an alarm that is always there, or never comes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aSignalAtRestIsHealthyAndOneFaultySampleIsNot(int samples) throws Exception {
        BenchModel model = new BenchModel("bench", "signal", samples);
        Path folder = Files.createDirectory(bundle.resolve("model"));
        for (Map.Entry<String, byte[]> file : model.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        float[] values = new float[samples];
        try (Scorer scorer =
                LocalModels.of(bundle, model.name(), BenchModel.VERSION).newScorer(model.name())) {
            Score rest = scorer.score(new SampleWindow(List.of("signal"), samples, values));
            assertThat(rest.score()).isLessThan(rest.limit());
            values[samples - 1] = (float) BenchModel.FAULTY;
            Score fault = scorer.score(new SampleWindow(List.of("signal"), samples, values));
            assertThat(fault.score()).isGreaterThan(fault.limit());
        }
    }
}
