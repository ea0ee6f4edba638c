/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.wire.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import io.tohu.kura.request.handler.jaxrs.JsonBody;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/** Configurations of a request that are the graph's, its components' or its drivers', and what makes them refused. */
final class ReceivedGraph {

    static final String GRAPH = "org.eclipse.kura.wire.graph.WireGraphService";

    private static final String PROPERTY = "WireGraph";
    private static final String FACTORY_PID = "service.factoryPid";

    private final Components components;
    private final Map<String, JsonBody> rest = new LinkedHashMap<>();

    /** @throws RequestFailure when one is of no driver, asset or wire component */
    ReceivedGraph(Components components, List<JsonBody> configurations) throws RequestFailure {
        this.components = components;
        for (JsonBody each : configurations) {
            if (!GRAPH.equals(each.text("pid"))) {
                requireKind(each);
            }
            rest.put(each.text("pid"), each);
        }
    }

    private void requireKind(JsonBody configuration) throws RequestFailure {
        String pid = "\"" + configuration.text("pid") + "\": ";
        if (configuration.object("properties") == null) {
            throw RequestFailure.badRequest(pid + "configuration properties are not specified.");
        }
        String factoryPid = factoryPid(configuration);
        if (factoryPid == null) {
            throw RequestFailure.badRequest(pid + "\"" + FACTORY_PID + "\" property is missing or it is not a string.");
        }
        if (Stream.of(Components.WIRE, Components.DRIVER_OR_ASSET)
                .noneMatch(types -> components.isFactory(factoryPid, types))) {
            throw RequestFailure.badRequest(
                    pid + "\"" + factoryPid + "\" is not a Wire Component, Asset or Driver factory pid.");
        }
    }

    static String factoryPid(JsonBody configuration) {
        return string(configuration.object("properties").json().get(FACTORY_PID));
    }

    /** Null when the property is not there or is no STRING. */
    private static String string(JsonElement property) {
        if (property instanceof JsonObject json
                && json.get("type") != null
                && "STRING".equals(json.get("type").getAsString())
                && json.get("value") != null
                && json.get("value").isJsonPrimitive()
                && json.get("value").getAsJsonPrimitive().isString()) {
            return json.get("value").getAsString();
        }
        return null;
    }

    /**
     * The graph, whose components have the configurations that came along; what is left afterwards is in {@link #rest}.
     *
     * @throws RequestFailure when there is no graph in the request, or a component that it does not name
     */
    WireGraphConfiguration graph() throws RequestFailure {
        JsonBody own = rest.remove(GRAPH);
        if (own == null) {
            throw RequestFailure.badRequest("Configuration for \"" + GRAPH + "\" must be specified");
        }
        JsonElement property = own.object("properties") == null
                ? null
                : own.object("properties").json().get(PROPERTY);
        if (property == null) {
            throw RequestFailure.badRequest(
                    "\"" + GRAPH + "\" configuration must contain the \"" + PROPERTY + "\" property");
        }
        String text = string(property);
        if (text == null) {
            throw RequestFailure.badRequest("\"" + PROPERTY + "\" must be set and of STRING type");
        }
        WireGraphConfiguration parsed = WireGraphJson.parse(text);
        List<WireComponentConfiguration> complete = new ArrayList<>();
        for (WireComponentConfiguration each : parsed.getWireComponentConfigurations()) {
            JsonBody received = rest.remove(each.getConfiguration().getPid());
            complete.add(
                    received == null
                            ? each
                            : new WireComponentConfiguration(configuration(received), each.getProperties()));
        }
        WireGraphConfiguration graph = new WireGraphConfiguration(complete, parsed.getWireConfigurations());
        requireNoneOutside(graph);
        return graph;
    }

    /** @throws RequestFailure when a wire component is left that the graph does not name */
    void requireNoneOutside(WireGraphConfiguration graph) throws RequestFailure {
        for (JsonBody each : rest.values()) {
            String factoryPid = factoryPid(each);
            if (!components.isFactory(factoryPid, Components.DRIVER_OR_ASSET)
                    && components.isFactory(factoryPid, Components.WIRE)
                    && !names(graph, each.text("pid"))) {
                throw RequestFailure.badRequest(
                        "\"" + each.text("pid") + "\" is a Wire Component but it is not referenced by the Wire Graph");
            }
        }
    }

    static boolean names(WireGraphConfiguration graph, String pid) {
        return graph.getWireComponentConfigurations().stream()
                .anyMatch(each -> each.getConfiguration().getPid().equals(pid));
    }

    static ComponentConfiguration configuration(JsonBody received) {
        return StoredConfiguration.of(received.text("pid"), null, ConfigurationJson.properties(received));
    }

    Collection<JsonBody> rest() {
        return rest.values();
    }
}
