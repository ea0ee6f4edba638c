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
import io.tohu.cli.cloud.ComponentSpec;
import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Assets, wire components and wires are created by WIRE-V1 beside the graph that is there, and are read back. */
final class GraphCreated implements Step {

    private static final long MILLIS = 30_000;

    @Override
    public String name() {
        return "assets and graph created";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Wires.APP, Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DriversCreated.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        JsonObject before = site.wires().graph();
        JsonObject both = site.line().besides(before);
        site.graphBefore(before);
        site.wires().put(both, site.line().wired());
        String difference = Await.until(() -> difference(site, both), MILLIS);
        return Outcome.of(
                difference.isEmpty(),
                difference.isEmpty()
                        ? site.line().wired().size() + " components and "
                                + site.line().graph().getAsJsonArray("wires").size() + " wires, beside "
                                + PumpLine.pids(before).size() + " components that were there"
                        : difference);
    }

    /** In what the gateway's graph and configurations differ from what was asked; empty when in nothing. */
    static String difference(Site site, JsonObject wanted) throws IOException, InterruptedException {
        JsonObject graph = site.wires().graph();
        Set<String> missing = new TreeSet<>(PumpLine.pids(wanted));
        missing.removeAll(PumpLine.pids(graph));
        if (!missing.isEmpty()) {
            return "not in the graph: " + String.join(", ", missing);
        }
        int wires = graph.getAsJsonArray("wires").size();
        if (wires != wanted.getAsJsonArray("wires").size()) {
            return wires + " wires instead of " + wanted.getAsJsonArray("wires").size();
        }
        Set<String> pids = new TreeSet<>();
        site.line().wired().forEach(spec -> pids.add(spec.pid()));
        Map<String, JsonObject> there = site.components().properties(pids);
        Set<String> wrong = new TreeSet<>();
        for (ComponentSpec spec : site.line().wired()) {
            JsonObject properties = there.get(spec.pid());
            if (properties == null) {
                wrong.add("the configuration of " + spec.pid()
                        + " is not told: a gateway holds one back that has a value" + " of another type than the form");
                continue;
            }
            for (Map.Entry<String, Object> property : spec.properties().entrySet()) {
                JsonObject typed = properties.getAsJsonObject(property.getKey());
                boolean empty = property.getValue().toString().isEmpty();
                if (!empty && (typed == null || !same(typed, property.getValue()))) {
                    wrong.add(spec.pid() + " " + property.getKey() + " is " + typed);
                }
            }
        }
        return String.join("; ", wrong);
    }

    private static boolean same(JsonObject typed, Object value) {
        if (!typed.has("value")) {
            return false;
        }
        return value instanceof Number number
                ? typed.get("value").getAsDouble() == number.doubleValue()
                : typed.get("value").getAsString().equals(value.toString());
    }
}
