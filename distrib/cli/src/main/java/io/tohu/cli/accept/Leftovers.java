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
import io.tohu.packaging.BundleFile;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What a gateway and its broker still have of packages and configuration that were taken away. */
final class Leftovers {

    /** Brokers tell their figures every ten seconds, and only those that changed. */
    static final long BROKER_FIGURES_MILLIS = 12_000;

    private Leftovers() {}

    /** Packages, bundles, factories and what the console offers; empty when nothing is left. */
    static String ofPackages(Site site) throws IOException, InterruptedException {
        Set<String> left = new TreeSet<>(site.deployments().packages().keySet());
        left.retainAll(site.installed());
        Map<String, Inventory.BundleState> bundles = site.inventory().bundles();
        for (BundleFile bundle : site.packages().bundles()) {
            if (bundles.containsKey(bundle.symbolicName())) {
                left.add("bundle " + bundle.symbolicName());
            }
        }
        Set<String> offered = new TreeSet<>(site.components().factories());
        if (site.applications().contains(Wires.APP)) {
            JsonObject metadata = site.wires().metadata();
            offered.addAll(WirePalette.members(metadata, "wireComponentDefinitions", "factoryPid"));
            offered.addAll(WirePalette.members(metadata, "driverOCDs", "pid"));
        }
        offered.retainAll(site.packages().factories());
        offered.forEach(factory -> left.add("factory " + factory));
        return String.join(", ", left);
    }

    /** Instances, in the gateway and in the snapshot that it starts with the next time; empty when none is left. */
    static String ofConfiguration(Site site) throws IOException, InterruptedException {
        Set<String> left = Removal.ours(site);
        site.components().inNewestSnapshot().stream()
                .filter(pid -> pid.startsWith(PumpLine.PREFIX))
                .forEach(pid -> left.add(pid + " in the newest snapshot"));
        return String.join(", ", left);
    }

    /** Subscriptions at the broker beyond those of before; empty when there are none or it does not tell. */
    static String ofSubscriptions(Site site) {
        OptionalLong before = site.subscriptionsBefore();
        OptionalLong now = site.remote().brokerSubscriptions();
        return before.isEmpty() || now.isEmpty() || now.getAsLong() <= before.getAsLong()
                ? ""
                : now.getAsLong() - before.getAsLong() + " subscriptions more at the broker";
    }
}
