/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.json.marshaller.unmarshaller.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.tohu.kura.core.configuration.StoredConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/**
 * The JSON text of a wire graph, as in the property {@code WireGraph}.
 *
 * <p>The object {@code renderingProperties} of a component becomes flat properties ({@code position.x},
 * {@code inputPortNames.0} …) and back.
 */
public final class WireGraphJson {

    /** Number of a component's input ports, an Integer. */
    public static final String INPUT_PORT_COUNT = "inputPortCount";

    /** Number of a component's output ports, an Integer. */
    public static final String OUTPUT_PORT_COUNT = "outputPortCount";

    private static final String RENDERING = "renderingProperties";
    private static final List<String> PORT_NAMES = List.of("inputPortNames", "outputPortNames");

    private WireGraphJson() {}

    /**
     * @param json the text
     * @return the graph; its components have a pid and rendering properties, no configuration
     * @throws JsonParseException when the text is no wire graph
     */
    public static WireGraphConfiguration parse(String json) {
        try {
            JsonObject graph = JsonParser.parseString(json).getAsJsonObject();
            return new WireGraphConfiguration(components(graph), wires(graph));
        } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            throw new JsonParseException("Not a wire graph: " + e.getMessage(), e);
        }
    }

    private static List<WireComponentConfiguration> components(JsonObject graph) {
        List<WireComponentConfiguration> components = new ArrayList<>();
        for (JsonElement element : array(graph, "components")) {
            JsonObject component = element.getAsJsonObject();
            if (component.has("pid")) {
                components.add(new WireComponentConfiguration(
                        StoredConfiguration.of(component.get("pid").getAsString(), null, null), properties(component)));
            }
        }
        return components;
    }

    private static Map<String, Object> properties(JsonObject component) {
        Map<String, Object> properties = new HashMap<>();
        for (String count : List.of(INPUT_PORT_COUNT, OUTPUT_PORT_COUNT)) {
            if (component.has(count)) {
                properties.put(count, component.get(count).getAsInt());
            }
        }
        JsonObject rendering = object(component, RENDERING);
        object(rendering, "position")
                .entrySet()
                .forEach(axis -> properties.put(
                        "position." + axis.getKey(), axis.getValue().getAsFloat()));
        for (String names : PORT_NAMES) {
            object(rendering, names)
                    .entrySet()
                    .forEach(port -> properties.put(
                            names + "." + port.getKey(), port.getValue().getAsString()));
        }
        return properties;
    }

    private static List<MultiportWireConfiguration> wires(JsonObject graph) {
        List<MultiportWireConfiguration> wires = new ArrayList<>();
        for (JsonElement element : array(graph, "wires")) {
            JsonObject wire = element.getAsJsonObject();
            if (wire.has("emitter") && wire.has("receiver")) {
                wires.add(new MultiportWireConfiguration(
                        wire.get("emitter").getAsString(),
                        wire.get("receiver").getAsString(),
                        port(wire, "emitterPort"),
                        port(wire, "receiverPort")));
            }
        }
        return wires;
    }

    private static int port(JsonObject wire, String key) {
        return wire.has(key) ? wire.get(key).getAsInt() : 0;
    }

    private static JsonArray array(JsonObject parent, String key) {
        return parent.has(key) ? parent.getAsJsonArray(key) : new JsonArray();
    }

    private static JsonObject object(JsonObject parent, String key) {
        return parent.has(key) ? parent.getAsJsonObject(key) : new JsonObject();
    }

    /**
     * @param graph a graph
     * @return its JSON text
     */
    public static String text(WireGraphConfiguration graph) {
        return toJson(graph).toString();
    }

    /**
     * @param graph a graph
     * @return its JSON object
     */
    public static JsonObject toJson(WireGraphConfiguration graph) {
        JsonArray components = new JsonArray();
        graph.getWireComponentConfigurations().forEach(component -> components.add(component(component)));
        JsonArray wires = new JsonArray();
        graph.getWireConfigurations().forEach(wire -> wires.add(wire(wire)));
        JsonObject json = new JsonObject();
        json.add("components", components);
        json.add("wires", wires);
        return json;
    }

    private static JsonObject component(WireComponentConfiguration component) {
        JsonObject position = new JsonObject();
        JsonObject rendering = new JsonObject();
        rendering.add("position", position);
        PORT_NAMES.forEach(names -> rendering.add(names, new JsonObject()));
        JsonObject json = new JsonObject();
        json.addProperty("pid", component.getConfiguration().getPid());
        for (String count : List.of(INPUT_PORT_COUNT, OUTPUT_PORT_COUNT)) {
            if (component.getProperties().get(count) instanceof Integer number) {
                json.addProperty(count, number);
            }
        }
        component.getProperties().forEach((key, value) -> {
            String[] path = key.split("\\.", 2);
            if (value instanceof Float axis && path[0].equals("position")) {
                position.addProperty(path[1], number(axis));
            } else if (value instanceof String name && PORT_NAMES.contains(path[0]) && path.length == 2) {
                rendering.getAsJsonObject(path[0]).addProperty(path[1], name);
            }
        });
        json.add(RENDERING, rendering);
        return json;
    }

    private static Number number(Float value) {
        return value.equals((float) value.intValue()) ? (Number) value.intValue() : value;
    }

    private static JsonObject wire(MultiportWireConfiguration wire) {
        JsonObject json = new JsonObject();
        json.addProperty("emitter", wire.getEmitterPid());
        json.addProperty("emitterPort", wire.getEmitterPort());
        json.addProperty("receiver", wire.getReceiverPid());
        json.addProperty("receiverPort", wire.getReceiverPort());
        return json;
    }
}
