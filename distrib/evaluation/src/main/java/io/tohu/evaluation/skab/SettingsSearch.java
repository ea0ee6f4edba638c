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

import io.tohu.evaluation.Confusion;
import io.tohu.evaluation.LabelledRun;
import io.tohu.evaluation.ScoredRun;
import io.tohu.learning.LearningException;
import io.tohu.wires.internal.decision.AlarmPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tries a grid of settings on {@link DevelopmentRuns} and orders them by cost: a row that is missed weighs half as much
 * again as a false alarm. The rows that the leaderboard judges are not looked at.
 */
public final class SettingsSearch {

    private static final int[] SAMPLES = {8, 10, 12, 15};
    private static final double[] EXPLAINED = {0.65, 0.7};
    private static final double[] FALSE_ALARM_RATES = {0.05, 0.1};
    private static final double[] MARGINS = {2, 4};
    private static final double[] SMOOTHINGS = {0.05, 0.07, 0.1, 0.15};
    private static final double[] RECOVERIES = {0, 0.7, 0.8, 0.85, 0.9};
    private static final int[] CLEAR_WINDOWS = {1, 3};
    private static final int SEEDS = 3;
    private static final double MISSED_WEIGHT = 1.5;

    private SettingsSearch() {}

    /**
     * One row of the search.
     *
     * @param settings what was tried, in words
     * @param confusion what it did on the development runs
     */
    public record Tried(String settings, Confusion confusion) {

        /** False alarm rate and weighed missed alarm rate. */
        public double cost() {
            return confusion.far() + MISSED_WEIGHT * confusion.mar();
        }
    }

    /** All that was tried, best first; takes some minutes. */
    public static List<Tried> search(Path folder) throws IOException, LearningException {
        SkabData data = SkabData.read(folder);
        List<LabelledRun> runs = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            runs.addAll(DevelopmentRuns.of(data, seed));
        }
        List<Tried> tried = new ArrayList<>();
        for (Settings model : models()) {
            List<ScoredRun> scored = SkabEvaluation.scored(data, runs, model.fit());
            for (AlarmPolicy policy : policies()) {
                Confusion confusion = SkabEvaluation.judged(scored, run -> run.causal(policy, 1))
                        .confusion();
                tried.add(new Tried(model.with(policy).toString(), confusion));
            }
        }
        tried.sort(Comparator.comparingDouble(Tried::cost));
        return tried;
    }

    private static List<Settings> models() {
        List<Settings> models = new ArrayList<>();
        AlarmPolicy any = AlarmPolicy.plain(1, 1);
        for (int samples : SAMPLES) {
            for (double explained : EXPLAINED) {
                for (double rate : FALSE_ALARM_RATES) {
                    for (double margin : MARGINS) {
                        models.add(new Settings(samples, explained, rate, margin, any));
                    }
                }
            }
        }
        return models;
    }

    private static List<AlarmPolicy> policies() {
        List<AlarmPolicy> policies = new ArrayList<>();
        for (double smoothing : SMOOTHINGS) {
            for (double recovery : RECOVERIES) {
                for (int clear : CLEAR_WINDOWS) {
                    policies.add(AlarmPolicy.plain(1, clear).following(smoothing, recovery));
                }
            }
        }
        return policies;
    }
}
