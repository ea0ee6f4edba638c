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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the test has configured is taken away, and the graph is what it was before. Runs whatever happened before. */
final class ConfigurationRemoved implements Step {

    private static final long MILLIS = 30_000;

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
        if (site.graphBefore().isPresent()) {
            site.wires().put(site.graphBefore().get(), List.of());
        }
        Set<String> instances = new LinkedHashSet<>();
        site.line().publishers().forEach(spec -> instances.add(spec.pid()));
        site.line().drivers().forEach(spec -> instances.add(spec.pid()));
        instances.retainAll(site.components().pids());
        if (!instances.isEmpty()) {
            site.components().delete(instances);
        }
        String left = Await.until(() -> left(site), MILLIS);
        if (!left.isEmpty()) {
            return Outcome.failed("still there: " + left);
        }
        if (site.graphBefore().isPresent()
                && !PumpLine.pids(site.wires().graph())
                        .equals(PumpLine.pids(site.graphBefore().get()))) {
            return Outcome.failed(
                    "the graph is not what it was before: " + site.wires().graph());
        }
        return Outcome.ok("no instance left, graph as before");
    }

    private static String left(Site site) throws IOException, InterruptedException {
        Set<String> left = new TreeSet<>(site.components().pids());
        left.removeIf(pid -> !pid.startsWith(PumpLine.PREFIX));
        return String.join(", ", left);
    }
}
