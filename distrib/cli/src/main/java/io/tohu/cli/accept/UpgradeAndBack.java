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

import io.tohu.cli.cloud.CloudMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A package is replaced by a higher version and by its old one again, while data flows and without anybody's help. */
final class UpgradeAndBack implements Step {

    private static final long MILLIS = 60_000;
    private static final int RESULTS = 6;

    private final String packageName;

    UpgradeAndBack(String packageName) {
        this.packageName = packageName;
    }

    @Override
    public String name() {
        return "upgrade and downgrade of " + packageName;
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
        Packages.Shipped old = site.packages().named(packageName);
        Packages.Shipped next = site.packages().next(packageName);
        long begin = System.currentTimeMillis();
        String up = replace(site, next);
        if (!up.isEmpty()) {
            return Outcome.failed("after the upgrade to " + next.version() + ": " + up);
        }
        long middle = System.currentTimeMillis();
        String down = replace(site, old);
        if (!down.isEmpty()) {
            return Outcome.failed("after the downgrade to " + old.version() + ": " + down);
        }
        return Outcome.ok(String.format(
                Locale.ROOT,
                "%s to %s and back; longest gap in the results %.1f s and %.1f s",
                old.version(),
                next.version(),
                site.results().longestGap(begin, middle) / 1e3,
                site.results().longestGap(middle, System.currentTimeMillis()) / 1e3));
    }

    private String replace(Site site, Packages.Shipped dp) throws IOException, InterruptedException {
        site.install(dp);
        String missing =
                Await.until(() -> BundlesActive.notActive(site, dp.content().bundles()), MILLIS);
        if (!missing.isEmpty()) {
            return missing;
        }
        Predicate<CloudMessage> wanted = packageName.equals(Packages.MODEL)
                ? m -> DataArrives.scored(m)
                        && m.text("model.version")
                                .equals(dp.content().bundles().get(0).version())
                : DataArrives::scored;
        return site.results().await(System.currentTimeMillis(), RESULTS, wanted, MILLIS)
                ? ""
                : "no results of it; the last one: "
                        + site.cloud().last(PumpLine.APPLICATION + "/results").map(CloudMessage::metrics);
    }
}
