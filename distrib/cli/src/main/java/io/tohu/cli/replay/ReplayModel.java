/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.replay;

import io.tohu.learning.DynamicPca;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.learning.ModelFiles;
import io.tohu.learning.ModelFiles.Provenance;
import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.ModelBundleWriter;
import io.tohu.plant.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A model learned on the first rows of a recording, as a deployment package. */
final class ReplayModel {

    static final String NAME = "replay-anomaly";

    /** Twenty seconds at one row a second: long enough for a trend, short enough to decide soon. */
    static final int SAMPLES = 20;

    private static final String VERSION = "1.0.0";
    private static final double FALSE_ALARM_RATE = 0.001;

    private ReplayModel() {}

    /**
     * @param channels names of the recording's columns on the wire
     * @throws LearningException when the rows cannot be learned from; the message says why
     */
    static Path learn(Recording recording, List<String> channels, int rows, Path folder)
            throws LearningException, IOException {
        if (rows < 1 || rows >= recording.rows()) {
            throw new LearningException(recording.file() + " has " + recording.rows() + " rows, so that --learn-rows "
                    + rows + " is not possible: it must be 1 or more and leave rows in which to detect");
        }
        double[][] healthy = new double[rows][];
        Arrays.setAll(healthy, recording::row);
        DynamicPca model = DynamicPca.fit(
                channels,
                Collections.nCopies(channels.size(), ""),
                healthy,
                FitOptions.windows(SAMPLES, 1, 0).withFalseAlarmRate(FALSE_ALARM_RATE));
        Map<String, byte[]> files = ModelFiles.write(
                model,
                NAME,
                VERSION,
                healthy,
                new Provenance(
                        "the first " + rows + " rows of " + recording.file().getFileName(),
                        "that of the recording",
                        "io.tohu.learning"));
        Path bundle = folder.resolve("io.tohu.model.replay-" + VERSION + ".jar");
        ModelBundleWriter.write(bundle, "io.tohu.model.replay", VERSION, NAME, VERSION, files);
        return DeploymentPackageWriter.write(folder, "tohu-model-replay", VERSION, List.of(bundle));
    }
}
