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
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes away every instance that the test has created, now or in a run that was interrupted. */
final class Removal {

    private static final long MILLIS = 30_000;

    private Removal() {}

    /**
     * Removes them. A gateway keeps assets that leave its graph, so they are deleted on their own.
     *
     * @return the pids that are there still, empty when all went well
     */
    static String run(Site site) throws IOException, InterruptedException {
        JsonObject graph = site.wires().graph();
        JsonObject others = PumpLine.without(graph);
        if (!others.equals(graph)) {
            site.wires().put(others, List.of());
        }
        Set<String> left = ours(site);
        if (!left.isEmpty()) {
            site.components().delete(left);
        }
        return Await.until(() -> String.join(", ", ours(site)), MILLIS);
    }

    /** The pids of the test's own instances. */
    static Set<String> ours(Site site) throws IOException, InterruptedException {
        Set<String> ours = new TreeSet<>(site.components().pids());
        ours.removeIf(pid -> !pid.startsWith(PumpLine.PREFIX));
        return ours;
    }
}
