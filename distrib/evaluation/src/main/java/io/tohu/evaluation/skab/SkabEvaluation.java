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

import io.tohu.evaluation.Judged;
import io.tohu.evaluation.LabelledRun;
import io.tohu.evaluation.ScoredRun;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.wires.internal.decision.AlarmPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * SKAB as its leaderboard does it: a model is fitted to the first 400 rows of each run and judged on the rest of it; counts
 * are summed over all runs. Settings are those of {@link FrozenSettings}, chosen without the rows that are judged.
 */
public final class SkabEvaluation {

    /** Multiples of the model's limit, for the curve of false against missed alarms. */
    static final double[] FACTORS = {0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2};

    private SkabEvaluation() {}

    /** @param folder with the folders valve1, valve2, other and anomaly-free */
    public static SkabResult evaluate(Path folder) throws IOException, LearningException {
        SkabData data = SkabData.read(folder);
        List<ScoredRun> scored = scored(data, data.runs(), FrozenSettings.CAUSAL.fit());
        AlarmPolicy policy = FrozenSettings.CAUSAL.policy();
        List<ScoredRun> minutes = scored(data, data.runs(), OfflineRule.fit());
        Map<Double, Judged> curve = new LinkedHashMap<>();
        for (double factor : FACTORS) {
            curve.put(factor, judged(scored, run -> run.causal(policy, factor)));
        }
        Map<String, Judged> groups = new LinkedHashMap<>();
        data.groups()
                .keySet()
                .forEach(group -> groups.put(
                        group,
                        judged(
                                scored.stream()
                                        .filter(run -> run.run().name().startsWith(group + "/"))
                                        .toList(),
                                run -> run.causal(policy, 1))));
        return new SkabResult(
                judged(minutes, OfflineRule::alarms),
                curve.get(1.0),
                judged(scored, run -> run.causal(AlarmPolicy.plain(1, 1), 1)),
                groups,
                curve);
    }

    static List<ScoredRun> scored(SkabData data, List<LabelledRun> runs, FitOptions options) throws LearningException {
        List<ScoredRun> scored = new ArrayList<>();
        for (LabelledRun run : runs) {
            scored.add(ScoredRun.fit(data.channels(), run, options));
        }
        return scored;
    }

    static Judged judged(List<ScoredRun> scored, Function<ScoredRun, boolean[]> rule) {
        return Judged.of(
                scored.stream().map(ScoredRun::run).toList(),
                scored.stream().map(rule).toList());
    }
}
