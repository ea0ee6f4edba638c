/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.skab;

import io.tohu.evaluation.Injection;
import io.tohu.evaluation.LabelledRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What settings are chosen on: rows that the leaderboard never judges, with made-up faults. Half are the learning rows of
 * the labelled runs, split once more; half are pieces of the run without anomaly, whose machine is still warming up.
 */
final class DevelopmentRuns {

    private static final int LEARN_OF_LEARN_ROWS = 250;
    private static final int PIECES = 34;
    private static final int PIECE_ROWS = 1150;

    private DevelopmentRuns() {}

    static List<LabelledRun> of(SkabData data, long seed) {
        Injection injection = new Injection(seed);
        List<LabelledRun> runs = new ArrayList<>();
        for (LabelledRun run : data.runs()) {
            double[][] healthy = Arrays.copyOf(run.rows(), SkabData.LEARN_ROWS);
            int begin = injection.between(275, 300);
            int end = begin + injection.between(40, 60);
            runs.add(injection.into("learning rows of " + run.name(), healthy, LEARN_OF_LEARN_ROWS, begin, end));
        }
        for (int piece = 0; piece < PIECES; piece++) {
            int first = injection.between(0, data.anomalyFree().length - PIECE_ROWS);
            double[][] healthy = Arrays.copyOfRange(data.anomalyFree(), first, first + PIECE_ROWS);
            int begin = SkabData.LEARN_ROWS + injection.between(120, 220);
            int end = begin + injection.between(250, 400);
            runs.add(injection.into("anomaly-free from row " + first, healthy, SkabData.LEARN_ROWS, begin, end));
        }
        return runs;
    }
}
