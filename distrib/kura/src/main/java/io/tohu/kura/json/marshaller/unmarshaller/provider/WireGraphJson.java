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

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.tohu.kura.core.configuration.StoredConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/**
 * A wire graph as JSON, as in the property {@code WireGraph}.
 *
 * <p>The object {@code renderingProperties} of a component becomes flat properties ({@code position.x},
 * {@code inputPortNames.0} …) and back.
 */
public final class WireGraphJson {

    /** Number of a component's input ports, an Integer. */
    public static final String INPUT_PORT_COUNT = "inputPortCount";

    /** Number of a component's output ports, an Integer. */
    public static final String OUTPUT_PORT_COUNT = "outputPortCount";

    private final List<ComponentJson> components = new ArrayList<>();
    private final List<WireJson> wires = new ArrayList<>();

    private static final class ComponentJson {
        private String pid;
        private Integer inputPortCount;
        private Integer outputPortCount;
        private RenderingJson renderingProperties = new RenderingJson();
    }

    private static final class RenderingJson {
        private final Map<String, Number> position = new TreeMap<>();
        private final Map<String, String> inputPortNames = new TreeMap<>();
        private final Map<String, String> outputPortNames = new TreeMap<>();
    }

    private static final class WireJson {
        private String emitter;
        private int emitterPort;
        private String receiver;
        private int receiverPort;
    }

    /**
     * @param json the text
     * @return the graph; its components have a pid and rendering properties, no configuration
     * @throws JsonParseException when the text is no wire graph
     */
    public static WireGraphConfiguration parse(String json) {
        WireGraphJson read = new Gson().fromJson(json, WireGraphJson.class);
        if (read == null) {
            throw new JsonParseException("Not a wire graph: it is empty");
        }
        List<WireComponentConfiguration> components = new ArrayList<>();
        for (ComponentJson each : read.components) {
            if (each.pid != null) {
                components.add(
                        new WireComponentConfiguration(StoredConfiguration.of(each.pid, null, null), properties(each)));
            }
        }
        List<MultiportWireConfiguration> wires = new ArrayList<>();
        for (WireJson each : read.wires) {
            if (each.emitter != null && each.receiver != null) {
                wires.add(new MultiportWireConfiguration(
                        each.emitter, each.receiver, each.emitterPort, each.receiverPort));
            }
        }
        return new WireGraphConfiguration(components, wires);
    }

    private static Map<String, Object> properties(ComponentJson component) {
        Map<String, Object> properties = new HashMap<>();
        if (component.inputPortCount != null) {
            properties.put(INPUT_PORT_COUNT, component.inputPortCount);
        }
        if (component.outputPortCount != null) {
            properties.put(OUTPUT_PORT_COUNT, component.outputPortCount);
        }
        RenderingJson rendering = component.renderingProperties;
        rendering.position.forEach((axis, value) -> properties.put("position." + axis, value.floatValue()));
        rendering.inputPortNames.forEach((port, name) -> properties.put("inputPortNames." + port, name));
        rendering.outputPortNames.forEach((port, name) -> properties.put("outputPortNames." + port, name));
        return properties;
    }

    /**
     * @param graph a graph
     * @return its JSON text
     */
    public static String text(WireGraphConfiguration graph) {
        return new Gson().toJson(of(graph));
    }

    /**
     * @param graph a graph
     * @return what is written as its JSON object
     */
    public static WireGraphJson of(WireGraphConfiguration graph) {
        WireGraphJson json = new WireGraphJson();
        for (WireComponentConfiguration each : graph.getWireComponentConfigurations()) {
            json.components.add(component(each));
        }
        for (MultiportWireConfiguration each : graph.getWireConfigurations()) {
            WireJson wire = new WireJson();
            wire.emitter = each.getEmitterPid();
            wire.emitterPort = each.getEmitterPort();
            wire.receiver = each.getReceiverPid();
            wire.receiverPort = each.getReceiverPort();
            json.wires.add(wire);
        }
        return json;
    }

    private static ComponentJson component(WireComponentConfiguration component) {
        ComponentJson json = new ComponentJson();
        json.pid = component.getConfiguration().getPid();
        component.getProperties().forEach((key, value) -> {
            String[] path = key.split("\\.", 2);
            switch (path[0]) {
                case INPUT_PORT_COUNT -> json.inputPortCount = (Integer) value;
                case OUTPUT_PORT_COUNT -> json.outputPortCount = (Integer) value;
                case "position" -> json.renderingProperties.position.put(path[1], number((Float) value));
                case "inputPortNames" -> json.renderingProperties.inputPortNames.put(path[1], (String) value);
                case "outputPortNames" -> json.renderingProperties.outputPortNames.put(path[1], (String) value);
                default -> {
                    // A graph has no more.
                }
            }
        });
        return json;
    }

    private static Number number(Float value) {
        return value.equals((float) value.intValue()) ? (Number) value.intValue() : value;
    }
}
