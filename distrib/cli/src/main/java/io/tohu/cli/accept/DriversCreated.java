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
import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Drivers and publishers are created by CONF-V2, and each driver says what a channel of it needs. */
final class DriversCreated implements Step {

    private static final long MILLIS = 30_000;

    @Override
    public String name() {
        return "drivers and publishers created";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.APP, Wires.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(FormsComplete.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        List<ComponentSpec> specs = new ArrayList<>(site.line().drivers());
        specs.addAll(site.line().publishers());
        site.components().create(specs);
        Map<String, Integer> fields = new TreeMap<>();
        String missing = Await.until(() -> withoutDescriptor(site, fields), MILLIS);
        if (!missing.isEmpty()) {
            return Outcome.failed("no channel descriptor of " + missing);
        }
        return Outcome.ok(specs.size() + " instances; fields of a channel: " + fields);
    }

    private static String withoutDescriptor(Site site, Map<String, Integer> fields)
            throws IOException, InterruptedException {
        JsonObject metadata = site.wires().metadata();
        JsonArray descriptors = metadata.has("driverChannelDescriptors")
                ? metadata.getAsJsonArray("driverChannelDescriptors")
                : new JsonArray();
        for (JsonElement element : descriptors) {
            JsonObject descriptor = element.getAsJsonObject();
            if (descriptor.has("channelDescriptor")) {
                fields.put(
                        descriptor.get("pid").getAsString(),
                        descriptor.getAsJsonArray("channelDescriptor").size());
            }
        }
        List<String> drivers =
                site.line().drivers().stream().map(ComponentSpec::pid).toList();
        fields.keySet().retainAll(drivers);
        return String.join(
                ", ", drivers.stream().filter(pid -> !fields.containsKey(pid)).toList());
    }
}
