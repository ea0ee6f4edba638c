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

import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Uninstalled packages leave nothing behind: no bundle, no factory. Runs whatever happened before. */
final class PackagesUninstalled implements Step {

    private static final long MILLIS = 30_000;
    private static final long SUBSCRIPTIONS_MILLIS = 3 * Leftovers.BROKER_FIGURES_MILLIS;

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
        String left = Await.until(() -> Leftovers.ofPackages(site), MILLIS);
        if (!left.isEmpty()) {
            return Outcome.failed("still there: " + left);
        }
        String subscriptions = Await.until(() -> Leftovers.ofSubscriptions(site), SUBSCRIPTIONS_MILLIS);
        return Outcome.of(
                subscriptions.isEmpty(),
                removed + " packages removed; "
                        + (site.subscriptionsBefore().isEmpty()
                                ? "the broker does not tell its subscriptions"
                                : subscriptions.isEmpty() ? "subscriptions as before" : subscriptions));
    }
}
