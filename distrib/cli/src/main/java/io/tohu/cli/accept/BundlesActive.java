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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every bundle of the packages runs: a gateway reports a package as installed even when nothing of it resolves. */
final class BundlesActive implements Step {

    private static final long MILLIS = 30_000;

    private final boolean preinstalled;

    /**
     * @param preinstalled whether the packages came another way than by this test
     */
    BundlesActive(boolean preinstalled) {
        this.preinstalled = preinstalled;
    }

    @Override
    public String name() {
        return "bundles active";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Inventory.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(preinstalled ? NothingBefore.class : PackagesInstall.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        List<BundleFile> bundles = site.packages().bundles();
        String missing = Await.until(() -> notActive(site, bundles), MILLIS);
        return Outcome.of(missing.isEmpty(), missing.isEmpty() ? bundles.size() + " bundles ACTIVE" : missing);
    }

    /** What is not there, not of that version or not active; empty when all is well. */
    static String notActive(Site site, List<BundleFile> bundles) throws IOException, InterruptedException {
        Map<String, Inventory.BundleState> there = site.inventory().bundles();
        Set<String> missing = new TreeSet<>();
        for (BundleFile bundle : bundles) {
            Inventory.BundleState state = there.get(bundle.symbolicName());
            if (state == null) {
                missing.add(bundle.symbolicName() + " is not there");
            } else if (!state.version().equals(bundle.version())
                    || !state.state().equals("ACTIVE")) {
                missing.add(bundle.symbolicName() + " is " + state + ", not " + bundle.version() + " ACTIVE");
            }
        }
        return String.join("; ", missing);
    }
}
