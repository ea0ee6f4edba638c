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

import io.tohu.learning.DynamicPca;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.learning.ModelFiles;
import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.ModelBundleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small models for one channel that is at 0 while all is well, and may rest there. */
record BenchModel(String name, String channel, int samples) {

    /** What the channel shows when something is wrong. */
    static final double FAULTY = 100;

    static final double HEALTHY = 0;

    static final String VERSION = "1.0.0";
    private static final int ROWS = 4000;
    private static final int INTERVAL_MILLIS = 20;

    /** Fits the model and packs it as a gateway takes it. */
    Path write(Path folder) throws IOException {
        String symbolicName = "io.tohu.bench." + name;
        Path bundle = folder.resolve(name + ".jar");
        ModelBundleWriter.write(bundle, symbolicName, VERSION, name, VERSION, files());
        return DeploymentPackageWriter.write(folder, symbolicName, VERSION, List.of(bundle));
    }

    /** Fits the model and gives the files of its bundle. */
    Map<String, byte[]> files() throws IOException {
        double[][] rows = healthy();
        try {
            DynamicPca model = DynamicPca.fit(
                    List.of(channel), List.of(""), rows, FitOptions.windows(samples, 1, INTERVAL_MILLIS));
            return ModelFiles.write(
                    model, name, VERSION, rows, new ModelFiles.Provenance("noise", "EPL-2.0", "io.tohu.bench"));
        } catch (LearningException e) {
            throw new IOException("the model of the bench cannot be fitted: " + e.getMessage(), e);
        }
    }

    /** Noise with rests in between, or the model would take a value that rests for a sensor that sticks. */
    private double[][] healthy() {
        Random random = new Random(1);
        double[][] rows = new double[ROWS][1];
        int row = 0;
        while (row < ROWS) {
            boolean rests = random.nextBoolean();
            for (int end = Math.min(ROWS, row + 4 * samples); row < end; row++) {
                rows[row][0] = HEALTHY + (rests ? 0 : random.nextGaussian());
            }
        }
        return rows;
    }
}
