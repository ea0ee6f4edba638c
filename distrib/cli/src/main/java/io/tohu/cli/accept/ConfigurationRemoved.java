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

import com.google.gson.JsonObject;
import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.Set;

/** What the test has configured is taken away, and the graph is what it was before. Runs whatever happened before. */
final class ConfigurationRemoved implements Step {

    private static final long MILLIS = 20_000;

    /** Messages may be under way still when the components that made them are gone. */
    private static final long SETTLE_MILLIS = 1_500;

    @Override
    public String name() {
        return "configuration removed";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.APP, Wires.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(NothingBefore.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        String left = Removal.run(site);
        if (!left.isEmpty()) {
            return Outcome.failed("still there: " + left);
        }
        left = Await.until(() -> Leftovers.ofConfiguration(site), MILLIS);
        if (!left.isEmpty()) {
            return Outcome.failed("still there: " + left);
        }
        long removed = System.currentTimeMillis();
        if (site.results().await(removed + SETTLE_MILLIS, 1, m -> true, 2 * SETTLE_MILLIS)) {
            return Outcome.failed("results still come, " + SETTLE_MILLIS / 1000 + " s after all was removed");
        }
        JsonObject graph = site.wires().graph();
        boolean same = site.graphBefore().isEmpty()
                || PumpLine.pids(graph).equals(PumpLine.pids(site.graphBefore().get()))
                        && graph.getAsJsonArray("wires").size()
                                == site.graphBefore()
                                        .get()
                                        .getAsJsonArray("wires")
                                        .size();
        return Outcome.of(
                same,
                same
                        ? "no instance left, not in the newest snapshot either; no more results; graph as before"
                        : "the graph is not as before: " + graph);
    }
}
