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
import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.ComponentSpec;
import io.tohu.cli.cloud.Components;
import io.tohu.cli.opcua.Browser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An asset that is made of the channel list which browsing the server wrote reads every one of its channels. */
final class BrowsedAsset implements Step {

    private static final String PID = PumpLine.PREFIX + "browsed";
    private static final String DRIVER = PumpLine.PREFIX + "plant-opcua";
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
    private static final long MILLIS = 30_000;

    @Override
    public String name() {
        return "a channel list from browse";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Wires.APP, Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        ChannelImport list = new ChannelImport(fields(site.wires().metadata()));
        Map<String, Object> properties =
                new LinkedHashMap<>(list.properties(Browser.channels(site.line().opcUaUrl())));
        Set<String> channels = ChannelImport.names(properties);
        properties.put("driver.pid", DRIVER);
        properties.put("emit.errors", true);
        properties.put("service.factoryPid", FACTORY);
        properties.put("factory.pid", FACTORY);
        properties.put("kura.service.pid", PID);
        properties.put("receiver.port.count", 1);
        properties.put("emitter.port.count", 1);
        JsonObject before = site.wires().graph();
        site.wires().put(with(before), List.of(new ComponentSpec(PID, FACTORY, properties)));
        String missing;
        try {
            missing = Await.until(() -> missing(site, channels), MILLIS);
        } finally {
            site.wires().put(before, List.of());
            // A gateway keeps an asset that leaves its graph.
            if (site.components().pids().contains(PID)) {
                site.components().delete(List.of(PID));
            }
        }
        return Outcome.of(
                missing.isEmpty(),
                missing.isEmpty()
                        ? channels.size() + " channels: " + String.join(", ", channels) + "; each has a value"
                        : missing);
    }

    /** The fields of an asset's channel and those that the driver adds. */
    private static JsonArray fields(JsonObject metadata) throws IOException {
        JsonArray fields = metadata.getAsJsonArray("assetChannelDescriptor").deepCopy();
        for (JsonElement driver : metadata.getAsJsonArray("driverChannelDescriptors")) {
            if (driver.getAsJsonObject().get("pid").getAsString().equals(DRIVER)) {
                fields.addAll(driver.getAsJsonObject().getAsJsonArray("channelDescriptor"));
                return fields;
            }
        }
        throw new IOException("the gateway does not tell the channel fields of " + DRIVER);
    }

    private static JsonObject with(JsonObject graph) {
        JsonObject larger = graph.deepCopy();
        for (JsonElement component : graph.getAsJsonArray("components")) {
            if (component.getAsJsonObject().get("pid").getAsString().equals(PumpLine.PREFIX + "report-opcua")) {
                JsonObject asset = component.getAsJsonObject().deepCopy();
                asset.addProperty("pid", PID);
                larger.getAsJsonArray("components").add(asset);
            }
        }
        larger.getAsJsonArray("wires").add(wire(PumpLine.PREFIX + "report-timer", PID));
        larger.getAsJsonArray("wires").add(wire(PID, PumpLine.PREFIX + "publish-report"));
        return larger;
    }

    private static JsonObject wire(String emitter, String receiver) {
        JsonObject wire = new JsonObject();
        wire.addProperty("emitter", emitter);
        wire.addProperty("emitterPort", 0);
        wire.addProperty("receiver", receiver);
        wire.addProperty("receiverPort", 0);
        return wire;
    }

    private static String missing(Site site, Set<String> channels) {
        CloudMessage report =
                site.cloud().last(PumpLine.APPLICATION + "/report/" + PID).orElse(null);
        if (report == null) {
            return "no report of the asset came";
        }
        Set<String> missing = new TreeSet<>();
        for (String channel : channels) {
            if (!report.metrics().containsKey(channel)) {
                missing.add(channel + " has no value: " + report.text(channel + "_error"));
            }
        }
        return String.join("; ", missing);
    }
}
