/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Takes the steps one after the other. A step that has nothing to stand on is not run and named so. */
final class Acceptance {

    private final Map<Class<? extends Step>, Outcome.Status> ended = new HashMap<>();
    private final Consumer<Report.Line> progress;

    /**
     * @param progress told of each step that is over
     */
    Acceptance(Consumer<Report.Line> progress) {
        this.progress = progress;
    }

    Report run(List<Step> steps, Site site) throws InterruptedException {
        Report report = new Report();
        for (Step step : steps) {
            long begin = System.nanoTime();
            Outcome outcome = outcome(step, site);
            ended.put(step.getClass(), outcome.status());
            Report.Line line = new Report.Line(step.name(), outcome, (System.nanoTime() - begin) / 1_000_000);
            report.add(line);
            progress.accept(line);
        }
        return report;
    }

    private Outcome outcome(Step step, Site site) throws InterruptedException {
        for (Class<? extends Step> before : step.after()) {
            Outcome.Status status = ended.get(before);
            if (status == Outcome.Status.SKIPPED) {
                return Outcome.skipped("stands on a step that was skipped");
            }
            if (status != Outcome.Status.OK) {
                return Outcome.notRun("stands on a step that did not go well");
            }
        }
        Set<String> missing = new TreeSet<>(step.needs());
        missing.removeAll(site.applications());
        if (!missing.isEmpty()) {
            return Outcome.skipped("the gateway does not answer " + String.join(", ", missing));
        }
        try {
            return step.run(site);
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        }
    }
}
