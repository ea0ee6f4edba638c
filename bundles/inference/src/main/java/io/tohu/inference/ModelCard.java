/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

import java.util.List;

/**
 * What a model's graph cannot say of itself; read from {@code card.json} beside {@code model.onnx}.
 *
 * @param name name that detectors refer to
 * @param version {@code major.minor.micro}
 * @param task what the score means
 * @param features the window's columns in the model's order
 * @param samples rows of a window
 * @param stride rows between two windows at which the model was fitted
 * @param intervalMillis time between two rows at which the model was fitted, 0 when it does not matter
 * @param limit a score above it is anomalous
 * @param sha256 lower-case hex digest of {@code model.onnx}
 */
public record ModelCard(
        String name,
        String version,
        Task task,
        List<Feature> features,
        int samples,
        int stride,
        int intervalMillis,
        double limit,
        String sha256) {

    public ModelCard {
        features = List.copyOf(features);
    }

    /** What a model does with a window. */
    public enum Task {
        ANOMALY,
        CLASSIFICATION,
        REGRESSION,
        DETECTION
    }

    /** One column of the window: its channel name and unit ({@code ""} when it has none). */
    public record Feature(String name, String unit) {}

    /** Name and version, as logs and results show them. */
    public String id() {
        return name + " " + version;
    }
}
