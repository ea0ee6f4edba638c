/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning.pump;

import io.tohu.learning.DynamicPca;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.learning.ModelFiles;
import io.tohu.plant.pump.HealthyRun;
import io.tohu.plant.pump.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Fits {@value #NAME} on the simulated pump's healthy runs under changing load. The same arguments give the same bytes. */
public final class PumpModel {

    /** Name that detectors refer to. */
    public static final String NAME = "pump-anomaly";
    /** Rows of a window. */
    public static final int SAMPLES = 20;
    /** Rows between two windows. */
    public static final int STRIDE = 5;
    /** Milliseconds between two rows. */
    public static final int INTERVAL_MILLIS = 100;
    /** The seed of the model that is shipped. */
    public static final long SEED = 1000;

    /** Many short runs: each begins with other slow drifts of tank level and weather. */
    private static final int RUNS = 36;

    private static final double RUN_SECONDS = 300;
    /** Three components; those that 0.95 adds take up bearing wear and imbalance, which are then found later. */
    private static final double EXPLAINED_VARIANCE = 0.9;
    /** Of single windows; an alarm takes several in a row. */
    private static final double FALSE_ALARM_RATE = 1e-5;

    private PumpModel() {}

    /** Names of the model's features, in order. */
    public static List<String> channels() {
        return Arrays.stream(Signal.values()).map(Signal::signalName).toList();
    }

    /**
     * Fits the model.
     *
     * @param seed decides the healthy runs; other seeds give models that differ a little
     */
    public static DynamicPca fit(long seed) throws LearningException {
        List<double[][]> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(HealthyRun.rows(seed + run, RUN_SECONDS, INTERVAL_MILLIS / 1000.0));
        }
        List<String> units = Arrays.stream(Signal.values()).map(Signal::unit).toList();
        FitOptions options = FitOptions.windows(SAMPLES, STRIDE, INTERVAL_MILLIS)
                .withExplainedVariance(EXPLAINED_VARIANCE)
                .withFalseAlarmRate(FALSE_ALARM_RATE);
        return DynamicPca.fit(channels(), units, runs, options);
    }

    /**
     * Fits the model and writes its files.
     *
     * @param version {@code major.minor.micro} that the card states
     * @return contents of {@code model.onnx}, {@code card.json} and {@code golden.json} by name
     */
    public static Map<String, byte[]> files(String version, long seed) throws LearningException {
        double[][] examples = HealthyRun.rows(seed, 60, INTERVAL_MILLIS / 1000.0);
        ModelFiles.Provenance provenance = new ModelFiles.Provenance(
                RUNS + " healthy runs of " + (int) RUN_SECONDS + " s of the simulated pump skid, seeds " + seed + " to "
                        + (seed + RUNS - 1),
                "EPL-2.0",
                "io.tohu.learning.DynamicPca");
        return ModelFiles.write(fit(seed), NAME, version, examples, provenance);
    }

    /** Arguments: folder to write to, version, seed. */
    public static void main(String[] args) throws IOException, LearningException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, byte[]> file :
                files(args[1], Long.parseLong(args[2])).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
