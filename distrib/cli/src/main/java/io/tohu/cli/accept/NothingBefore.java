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
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Nothing of Tohu is on the gateway yet, or the test could not tell its own traces from what somebody uses. */
final class NothingBefore implements Step {

    private final boolean preinstalled;

    /**
     * @param preinstalled whether the packages are there already and are to stay
     */
    NothingBefore(boolean preinstalled) {
        this.preinstalled = preinstalled;
    }

    @Override
    public String name() {
        return "nothing there before";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.APP, Wires.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(GatewayAnswers.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Map<String, String> there = site.applications().contains(Deployments.APP)
                ? site.deployments().packages()
                : Map.of();
        Set<String> ours = new TreeSet<>();
        site.packages().shipped().forEach(p -> ours.add(p.name()));
        ours.retainAll(there.keySet());
        if (!preinstalled && !ours.isEmpty()) {
            return Outcome.failed(
                    "installed already: " + String.join(", ", ours)
                            + "; the test would remove them at its end: uninstall them first, or judge them as they are with --preinstalled");
        }
        Set<String> leftovers = Removal.ours(site);
        String left = leftovers.isEmpty() ? "" : Removal.run(site);
        if (!left.isEmpty()) {
            return Outcome.failed("left by an earlier run and not to be removed: " + left);
        }
        site.subscriptionsBefore(subscriptions(site));
        return Outcome.ok(there.size() + " packages there"
                + (leftovers.isEmpty() ? "" : "; removed what an earlier run left: " + String.join(", ", leftovers)));
    }

    /** The broker's figure of the time before would lack the subscriptions of a gateway that has just connected. */
    private static OptionalLong subscriptions(Site site) throws InterruptedException {
        if (site.remote().brokerSubscriptions().isPresent()) {
            Thread.sleep(Leftovers.BROKER_FIGURES_MILLIS);
        }
        return site.remote().brokerSubscriptions();
    }
}
