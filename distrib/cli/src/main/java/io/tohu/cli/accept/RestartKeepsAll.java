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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** After a restart of the gateway everything is as before: packages, bundles, configuration, graph and data. */
final class RestartKeepsAll implements Step {

    private static final long MILLIS = 120_000;
    private static final int RESULTS = 6;

    @Override
    public String name() {
        return "everything back after a restart";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Inventory.APP, Wires.APP, Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        if (site.restart().isEmpty()) {
            return Outcome.skipped("nobody said how to restart this gateway: give --restart-command");
        }
        JsonObject graph = site.wires().graph();
        Map<String, String> packages = packages(site);
        Restarted restarted = Restarted.of(site);
        String missing = Await.until(() -> difference(site, graph, packages), MILLIS);
        if (!missing.isEmpty()) {
            return Outcome.failed(missing);
        }
        if (!site.results().await(restarted.birth(), RESULTS, DataArrives::scored, MILLIS)) {
            return Outcome.failed("all is there, but no results came");
        }
        long first = site.results().since(restarted.birth()).get(0).receivedAt();
        return Outcome.ok(String.format(
                        Locale.ROOT,
                        "%.0f s to BIRTH, %.0f s to the first result; ",
                        restarted.seconds(),
                        (first - restarted.begin()) / 1e3)
                + packages.size() + " packages, graph and configurations as before");
    }

    private static Map<String, String> packages(Site site) throws IOException, InterruptedException {
        return site.applications().contains(Deployments.APP)
                ? site.deployments().packages()
                : Map.of();
    }

    private static String difference(Site site, JsonObject graph, Map<String, String> packages)
            throws IOException, InterruptedException {
        Map<String, String> now = packages(site);
        if (!now.equals(packages)) {
            return "packages are " + now + " and were " + packages;
        }
        String bundles = BundlesActive.notActive(site, site.packages().bundles());
        return bundles.isEmpty() ? GraphCreated.difference(site, graph) : bundles;
    }
}
