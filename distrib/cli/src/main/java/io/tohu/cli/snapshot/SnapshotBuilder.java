/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.snapshot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a Kura snapshot with a wire graph, in the XML that Kura's console uploads. */
public final class SnapshotBuilder {

    private static final String GRAPH_PID = "org.eclipse.kura.wire.graph.WireGraphService";

    private final StringBuilder configurations = new StringBuilder();
    private final Map<String, int[]> wireComponents = new LinkedHashMap<>();
    private final List<JsonObject> wires = new ArrayList<>();

    /** Adds a component that Kura starts by itself, by its pid. */
    public SnapshotBuilder service(String pid, Map<String, ?> properties) {
        configuration(pid, properties);
        return this;
    }

    /** Adds an instance of a factory. */
    public SnapshotBuilder instance(String pid, String factoryPid, Map<String, ?> properties) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put("service.factoryPid", factoryPid);
        all.put("kura.service.pid", pid);
        configuration(pid, all);
        return this;
    }

    /** Adds an instance of a wire component with its numbers of input and output ports. */
    public SnapshotBuilder wireComponent(
            String pid, String factoryPid, int inputs, int outputs, Map<String, ?> properties) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put("receiver.port.count", inputs);
        all.put("emitter.port.count", outputs);
        wireComponents.put(pid, new int[] {inputs, outputs});
        return instance(pid, factoryPid, all);
    }

    /** Wires an output port to the first input of another component. */
    public SnapshotBuilder wire(String emitter, int port, String receiver) {
        JsonObject wire = new JsonObject();
        wire.addProperty("emitter", emitter);
        wire.addProperty("emitterPort", port);
        wire.addProperty("receiver", receiver);
        wire.addProperty("receiverPort", 0);
        wires.add(wire);
        return this;
    }

    public SnapshotBuilder wire(String emitter, String receiver) {
        return wire(emitter, 0, receiver);
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, toXml());
    }

    public String toXml() {
        StringBuilder xml = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <esf:configurations xmlns:esf="http://eurotech.com/esf/2.0" xmlns:ocd="http://www.osgi.org/xmlns/metatype/v1.2.0">
                """);
        xml.append(configurations);
        appendConfiguration(xml, GRAPH_PID, Map.of("WireGraph", graph().toString(), "kura.service.pid", GRAPH_PID));
        return xml.append("</esf:configurations>\n").toString();
    }

    private void configuration(String pid, Map<String, ?> properties) {
        appendConfiguration(configurations, pid, properties);
    }

    private static void appendConfiguration(StringBuilder xml, String pid, Map<String, ?> properties) {
        xml.append("    <esf:configuration pid=\"").append(escape(pid)).append("\">\n        <esf:properties>\n");
        properties.forEach(
                (name, value) -> xml.append("            <esf:property array=\"false\" encrypted=\"false\" name=\"")
                        .append(escape(name))
                        .append("\" type=\"")
                        .append(value.getClass().getSimpleName())
                        .append("\">\n                <esf:value>")
                        .append(escape(value.toString()))
                        .append("</esf:value>\n            </esf:property>\n"));
        xml.append("        </esf:properties>\n    </esf:configuration>\n");
    }

    private JsonObject graph() {
        JsonArray components = new JsonArray();
        int[] column = {0};
        wireComponents.forEach((pid, ports) -> components.add(component(pid, ports, column[0]++)));
        JsonArray wired = new JsonArray();
        wires.forEach(wired::add);
        JsonObject graph = new JsonObject();
        graph.add("components", components);
        graph.add("wires", wired);
        return graph;
    }

    /** Positions are only where the console draws the component: rows of four. */
    private static JsonObject component(String pid, int[] ports, int index) {
        JsonObject position = new JsonObject();
        position.addProperty("x", -400 + 220 * (index % 4));
        position.addProperty("y", -200 + 120 * (index / 4));
        JsonObject rendering = new JsonObject();
        rendering.add("position", position);
        rendering.add("inputPortNames", new JsonObject());
        rendering.add("outputPortNames", new JsonObject());
        JsonObject component = new JsonObject();
        component.addProperty("pid", pid);
        component.addProperty("inputPortCount", ports[0]);
        component.addProperty("outputPortCount", ports[1]);
        component.add("renderingProperties", rendering);
        return component;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
