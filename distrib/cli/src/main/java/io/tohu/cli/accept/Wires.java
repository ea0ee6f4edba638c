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
import com.google.gson.JsonParser;
import io.tohu.cli.cloud.ComponentSpec;
import io.tohu.cli.cloud.KuraRemote;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway's wire graph, over WIRE-V1. */
record Wires(KuraRemote remote) {

    static final String APP = "WIRE-V1";

    private static final String GRAPH_PID = "org.eclipse.kura.wire.graph.WireGraphService";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Components and wires as they are now, in the form of Kura's property {@code WireGraph}. */
    JsonObject graph() throws IOException, InterruptedException {
        for (JsonElement config : ask("GET/graph/snapshot", "").getAsJsonArray("configs")) {
            if (config.getAsJsonObject().get("pid").getAsString().equals(GRAPH_PID)) {
                String graph = config.getAsJsonObject()
                        .getAsJsonObject("properties")
                        .getAsJsonObject("WireGraph")
                        .get("value")
                        .getAsString();
                return JsonParser.parseString(graph).getAsJsonObject();
            }
        }
        throw new IOException("the reply to WIRE-V1 GET/graph/snapshot has no wire graph");
    }

    /**
     * Replaces the graph. Components that it no longer names are deleted by the gateway, others keep their
     * configuration unless one is given.
     *
     * @param configurations of components that are new
     */
    void put(JsonObject graph, List<ComponentSpec> configurations) throws IOException, InterruptedException {
        JsonArray configs = new JsonArray();
        configs.add(config(GRAPH_PID, Map.of("WireGraph", graph.toString())));
        configurations.forEach(spec -> configs.add(config(spec.pid(), spec.properties())));
        JsonObject request = new JsonObject();
        request.add("configs", configs);
        ask("PUT/graph/snapshot", request.toString());
    }

    /** What the console offers: {@code wireComponentDefinitions}, {@code driverOCDs}, {@code driverChannelDescriptors}. */
    JsonObject metadata() throws IOException, InterruptedException {
        return ask("GET/metadata", "");
    }

    private static JsonObject config(String pid, Map<String, ?> properties) {
        JsonObject config = new JsonObject();
        config.addProperty("pid", pid);
        config.add("properties", ComponentSpec.typed(properties));
        return config;
    }

    private JsonObject ask(String resource, String body) throws IOException, InterruptedException {
        String text = remote.request(APP, resource, Map.of(), body, TIMEOUT)
                .orRefusal()
                .text();
        return text.isEmpty() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
    }
}
