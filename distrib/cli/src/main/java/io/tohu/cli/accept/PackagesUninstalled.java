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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Uninstalled packages leave nothing behind: no bundle, no factory. Runs whatever happened before. */
final class PackagesUninstalled implements Step {

    private static final long MILLIS = 30_000;

    @Override
    public String name() {
        return "packages uninstalled, nothing left";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP, Inventory.APP, Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(NothingBefore.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        if (site.installed().isEmpty()) {
            return Outcome.skipped("the test has installed none");
        }
        Map<String, String> there = site.deployments().packages();
        List<String> names = new ArrayList<>(site.installed());
        Collections.reverse(names);
        int removed = 0;
        for (String name : names) {
            if (there.containsKey(name)) {
                site.deployments().uninstall(name, there.get(name));
                removed++;
            }
        }
        String left = Await.until(() -> left(site), MILLIS);
        return Outcome.of(left.isEmpty(), left.isEmpty() ? removed + " packages removed" : "still there: " + left);
    }

    private static String left(Site site) throws IOException, InterruptedException {
        Set<String> left = new TreeSet<>(site.deployments().packages().keySet());
        left.retainAll(site.installed());
        Set<String> bundles = site.inventory().bundles().keySet();
        for (BundleFile bundle : site.packages().bundles()) {
            if (bundles.contains(bundle.symbolicName())) {
                left.add("bundle " + bundle.symbolicName());
            }
        }
        Set<String> factories = new TreeSet<>(site.packages().factories());
        factories.retainAll(site.components().factories());
        factories.forEach(factory -> left.add("factory " + factory));
        return String.join(", ", left);
    }
}
