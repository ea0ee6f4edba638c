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

import io.tohu.packaging.BundleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The packages with native libraries are replaced by a higher version, take effect with a restart, and are replaced by
 * their old version again; that this one takes effect too is seen after the next restart. A JVM loads a native library
 * once, so what happens between the installation and the restart is told and not judged.
 */
final class NativeUpgrade implements Step {

    private static final long MILLIS = 60_000;
    private static final long BETWEEN_MILLIS = 5_000;
    private static final int RESULTS = 6;

    private final List<String> names;

    NativeUpgrade(List<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public String name() {
        return "upgrade of " + String.join(" and ", names) + ", with a restart";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP, Inventory.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class, PackagesInstall.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        if (site.restart().isEmpty()) {
            return Outcome.skipped("a native library is loaded once in a JVM, so these are upgraded with a restart, and"
                    + " nobody said how to restart this gateway: give --restart-command");
        }
        List<BundleFile> next = new ArrayList<>();
        for (String name : names) {
            site.install(site.packages().next(name));
            next.addAll(site.packages().next(name).content().bundles());
        }
        boolean went = site.results().await(System.currentTimeMillis(), 2, DataArrives::scored, BETWEEN_MILLIS);
        Restarted restarted = Restarted.of(site);
        String missing = Await.until(() -> BundlesActive.notActive(site, next), MILLIS);
        if (!missing.isEmpty()) {
            return Outcome.failed("after the upgrade and a restart: " + missing);
        }
        if (!site.results().await(restarted.birth(), RESULTS, DataArrives::scored, MILLIS)) {
            return Outcome.failed("no results after the upgrade and a restart");
        }
        StringBuilder versions = new StringBuilder();
        for (String name : names) {
            Packages.Shipped old = site.packages().named(name);
            site.install(old);
            versions.append(old.version())
                    .append(" to ")
                    .append(site.packages().next(name).version())
                    .append(", ");
        }
        return Outcome.ok(String.format(
                Locale.ROOT,
                "%s%.0f s to BIRTH, results with them; before the restart results %s; the old versions installed again"
                        + " for the next restart",
                versions,
                restarted.seconds(),
                went ? "went on" : "ceased"));
    }
}
