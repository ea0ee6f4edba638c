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
import java.util.Locale;
import java.util.Set;

/**
 * The package with the native library is replaced by a higher version, takes effect with a restart, and is replaced by
 * its old version again; that this one takes effect too is seen after the next restart. A JVM loads a native library
 * once, so what happens between the installation and the restart is told and not judged.
 */
final class NativeUpgrade implements Step {

    private static final long MILLIS = 60_000;
    private static final long BETWEEN_MILLIS = 5_000;
    private static final int RESULTS = 6;

    private final String packageName;

    NativeUpgrade(String packageName) {
        this.packageName = packageName;
    }

    @Override
    public String name() {
        return "upgrade of " + packageName + ", with a restart";
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
            return Outcome.skipped("its native library is loaded once in a JVM, so it is upgraded with a restart, and"
                    + " nobody said how to restart this gateway: give --restart-command");
        }
        Packages.Shipped old = site.packages().named(packageName);
        Packages.Shipped next = site.packages().next(packageName);
        site.install(next);
        long installed = System.currentTimeMillis();
        boolean went = site.results().await(installed, 2, DataArrives::scored, BETWEEN_MILLIS);
        Restarted restarted = Restarted.of(site);
        String missing =
                Await.until(() -> BundlesActive.notActive(site, next.content().bundles()), MILLIS);
        if (!missing.isEmpty()) {
            return Outcome.failed("after the upgrade to " + next.version() + " and a restart: " + missing);
        }
        if (!site.results().await(restarted.birth(), RESULTS, DataArrives::scored, MILLIS)) {
            return Outcome.failed("no results with " + next.version() + " after a restart");
        }
        site.install(old);
        return Outcome.ok(String.format(
                Locale.ROOT,
                "%s to %s, %.0f s to BIRTH, results with it; before the restart results %s; %s installed again for the"
                        + " next restart",
                old.version(),
                next.version(),
                restarted.seconds(),
                went ? "went on" : "ceased",
                old.version()));
    }
}
