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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.cli.cloud.ComponentSpec;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a person needs to draw the graph is offered: wire components with their ports, and drivers. */
final class WirePalette implements Step {

    private static final long MILLIS = 20_000;

    @Override
    public String name() {
        return "wire components and drivers offered";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Wires.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(FormsComplete.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Set<String> components = factories(site, false);
        Set<String> drivers = factories(site, true);
        String missing = Await.until(
                () -> {
                    JsonObject metadata = site.wires().metadata();
                    Set<String> unknown = new TreeSet<>(components);
                    unknown.removeAll(members(metadata, "wireComponentDefinitions", "factoryPid"));
                    Set<String> unknownDrivers = new TreeSet<>(drivers);
                    unknownDrivers.removeAll(members(metadata, "driverOCDs", "pid"));
                    unknown.addAll(unknownDrivers);
                    return String.join(", ", unknown);
                },
                MILLIS);
        return Outcome.of(
                missing.isEmpty(),
                missing.isEmpty()
                        ? String.join(", ", components) + " and the drivers " + String.join(", ", drivers)
                        : "WIRE-V1 metadata does not offer " + missing);
    }

    private static Set<String> factories(Site site, boolean drivers) {
        Set<String> ours = site.packages().factories();
        return (drivers ? site.line().drivers() : site.line().wired())
                .stream()
                        .map(ComponentSpec::factoryPid)
                        .filter(ours::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of one member in a list of the metadata; a gateway leaves out a list without elements. */
    static Set<String> members(JsonObject metadata, String list, String member) {
        Set<String> values = new TreeSet<>();
        JsonArray array = metadata.has(list) ? metadata.getAsJsonArray(list) : new JsonArray();
        for (JsonElement element : array) {
            values.add(element.getAsJsonObject().get(member).getAsString());
        }
        return values;
    }
}
