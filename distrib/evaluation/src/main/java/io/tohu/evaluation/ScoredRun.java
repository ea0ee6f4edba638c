/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation;

import io.tohu.learning.DynamicPca;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.wires.internal.decision.AlarmDecision;
import io.tohu.wires.internal.decision.AlarmPolicy;
import java.util.Arrays;
import java.util.List;

/**
 * A run with the scores of a model that was fitted to its learning rows.
 *
 * @param run the run
 * @param scores score over limit of the window that ends with each row; NaN where no window fits
 */
public record ScoredRun(LabelledRun run, double[] scores) {

    /** Fits a model to the run's learning rows and scores the whole run. */
    public static ScoredRun fit(List<String> channels, LabelledRun run, FitOptions options) throws LearningException {
        double[][] healthy = Arrays.copyOf(run.rows(), run.learnRows());
        List<String> units = channels.stream().map(channel -> "").toList();
        DynamicPca model = DynamicPca.fit(channels, units, healthy, options);
        double[] scores = new double[run.rows().length];
        Arrays.fill(scores, Double.NaN);
        for (int end = options.samples() - 1; end < scores.length; end++) {
            scores[end] = model.score(run.rows(), end - options.samples() + 1).score() / model.limit();
        }
        return new ScoredRun(run, scores);
    }

    /**
     * What a detector says of each row, having heard only that row and earlier ones, from the first window on.
     *
     * @param factor times the model's limit
     */
    public boolean[] causal(AlarmPolicy policy, double factor) {
        AlarmDecision decision = new AlarmDecision(policy, false, 0);
        boolean[] alarms = new boolean[scores.length];
        for (int row = 0; row < alarms.length; row++) {
            if (!Double.isNaN(scores[row])) {
                decision.next(scores[row], factor, row);
            }
            alarms[row] = decision.alarm();
        }
        return alarms;
    }
}
