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

import java.util.List;
import java.util.Random;

/** Three channels that follow one load, with noise: a machine small enough to reason about. */
final class Machine {

    static final List<String> CHANNELS = List.of("load", "flow", "current");
    static final List<String> UNITS = List.of("%", "m3/h", "A");

    private Machine() {}

    static double[][] healthy(long seed, int rows) {
        Random random = new Random(seed);
        double[][] data = new double[rows][];
        double load = 60;
        for (int i = 0; i < rows; i++) {
            load += 0.05 * (60 - load) + 3 * random.nextGaussian();
            data[i] = new double[] {
                load + 0.5 * random.nextGaussian(),
                0.4 * load + 0.2 * random.nextGaussian(),
                5 + 0.1 * load + 0.1 * random.nextGaussian()
            };
        }
        return data;
    }

    static DynamicPca model() throws LearningException {
        return DynamicPca.fit(CHANNELS, UNITS, healthy(1, 4000), FitOptions.windows(10, 5, 100));
    }
}
