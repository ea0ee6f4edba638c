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
import io.tohu.cli.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration of the demo pump under names of its own, so that it can stand beside what a gateway has already.
 *
 * @param drivers the two drivers
 * @param publishers where results, alarms and reports go
 * @param wired the components of the graph
 * @param graph their wiring, in the form of Kura's property {@code WireGraph}
 */
record PumpLine(
        List<ComponentSpec> drivers, List<ComponentSpec> publishers, List<ComponentSpec> wired, JsonObject graph) {

    /** What the names of all instances begin with. */
    static final String PREFIX = "tohu-accept-";

    /** The application of the topics. */
    static final String APPLICATION = "ACCEPT";

    static final String WINDOW = PREFIX + "window";
    static final String DETECTOR = PREFIX + "detector";

    private static final String GRAPH_PID = "org.eclipse.kura.wire.graph.WireGraphService";
    private static final String PUBLISHER = "org.eclipse.kura.cloud.publisher.CloudPublisher";

    /** Reports are what several steps wait for. */
    private static final int REPORT_SECONDS = 2;

    /**
     * Neither the rate limit, which is for 5 and above, nor a full queue, which refuses 2 and above, holds the test up: a
     * gateway whose queue is small and seldom cleared would take only the first minutes of it.
     */
    private static final int PRIORITY = 1;

    /**
     * Reads the configuration of the demo.
     *
     * @param snapshot the demo's snapshot
     * @param host where the gateway finds the plant
     * @param opcUa port of the plant
     * @param modbus port of the plant
     * @param endpoint pid of the gateway's cloud endpoint
     */
    static PumpLine read(Path snapshot, String host, int opcUa, int modbus, String endpoint) throws IOException {
        Map<String, Map<String, Object>> all = SnapshotReader.read(snapshot);
        JsonObject graph = JsonParser.parseString((String) all.get(GRAPH_PID).get("WireGraph"))
                .getAsJsonObject();
        Set<String> inGraph = pids(graph);
        Set<String> renamed = new HashSet<>(inGraph);
        all.forEach((pid, properties) -> {
            if (isDriver(properties) || PUBLISHER.equals(properties.get("service.factoryPid"))) {
                renamed.add(pid);
            }
        });
        List<ComponentSpec> drivers = new ArrayList<>();
        List<ComponentSpec> publishers = new ArrayList<>();
        List<ComponentSpec> wired = new ArrayList<>();
        for (String pid : all.keySet()) {
            if (!renamed.contains(pid)) {
                continue;
            }
            Map<String, Object> properties = renamed(all.get(pid), renamed);
            properties.replace("endpoint.url", "opc.tcp://" + host + ":" + opcUa + "/plant");
            properties.replace("host", host);
            properties.replace("port", modbus);
            properties.replace("cloud.endpoint.service.pid", endpoint);
            properties.replace("appId", APPLICATION);
            properties.replace("priority", PRIORITY);
            if (pid.equals("report-timer")) {
                properties.replace("simple.interval", REPORT_SECONDS);
            }
            List<ComponentSpec> kind = inGraph.contains(pid) ? wired : isDriver(properties) ? drivers : publishers;
            kind.add(new ComponentSpec(PREFIX + pid, (String) properties.get("service.factoryPid"), properties));
        }
        return new PumpLine(List.copyOf(drivers), List.copyOf(publishers), List.copyOf(wired), renamed(graph));
    }

    /** Where the plant's OPC UA server is. */
    String opcUaUrl() {
        return drivers.stream()
                .map(d -> d.properties().get("endpoint.url"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The pids of a graph's components. */
    static Set<String> pids(JsonObject graph) {
        Set<String> pids = new HashSet<>();
        for (JsonElement component : graph.getAsJsonArray("components")) {
            pids.add(component.getAsJsonObject().get("pid").getAsString());
        }
        return pids;
    }

    /** A gateway's graph with this one beside it. */
    JsonObject besides(JsonObject existing) {
        JsonObject both = existing.deepCopy();
        both.getAsJsonArray("components").addAll(graph.getAsJsonArray("components"));
        both.getAsJsonArray("wires").addAll(graph.getAsJsonArray("wires"));
        return both;
    }

    /** A graph without the components of this test and their wires. */
    static JsonObject without(JsonObject graph) {
        JsonObject others = new JsonObject();
        JsonArray components = new JsonArray();
        JsonArray wires = new JsonArray();
        graph.getAsJsonArray("components").forEach(c -> {
            if (!isOurs(c, "pid")) {
                components.add(c);
            }
        });
        graph.getAsJsonArray("wires").forEach(w -> {
            if (!isOurs(w, "emitter") && !isOurs(w, "receiver")) {
                wires.add(w);
            }
        });
        others.add("components", components);
        others.add("wires", wires);
        return others;
    }

    private static boolean isOurs(JsonElement element, String member) {
        return element.getAsJsonObject().get(member).getAsString().startsWith(PREFIX);
    }

    private static boolean isDriver(Map<String, Object> properties) {
        return String.valueOf(properties.get("service.factoryPid")).matches("io\\.tohu\\..*Driver");
    }

    private static Map<String, Object> renamed(Map<String, Object> properties, Set<String> pids) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            String text = String.valueOf(value);
            String target = text.replaceFirst("^\\(kura\\.service\\.pid=(.*)\\)$", "$1");
            if (name.equals("driver.pid") || name.equals("kura.service.pid")) {
                renamed.put(name, PREFIX + text);
            } else if (!target.equals(text) && pids.contains(target)) {
                renamed.put(name, "(kura.service.pid=" + PREFIX + target + ")");
            } else {
                renamed.put(name, value);
            }
        });
        return renamed;
    }

    private static JsonObject renamed(JsonObject graph) {
        JsonObject renamed = graph.deepCopy();
        for (JsonElement component : renamed.getAsJsonArray("components")) {
            prefix(component.getAsJsonObject(), "pid");
        }
        for (JsonElement wire : renamed.getAsJsonArray("wires")) {
            prefix(wire.getAsJsonObject(), "emitter");
            prefix(wire.getAsJsonObject(), "receiver");
        }
        return renamed;
    }

    private static void prefix(JsonObject json, String name) {
        json.addProperty(name, PREFIX + json.get(name).getAsString());
    }
}
