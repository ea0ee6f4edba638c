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

import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/**
 * What a request wants the graph to be.
 *
 * @param graph its components have the configurations that came along
 * @param rest configurations of drivers and assets, which a graph need not name
 */
record ReceivedGraph(WireGraphConfiguration graph, Collection<ComponentConfiguration> rest) {

    static final String GRAPH = "org.eclipse.kura.wire.graph.WireGraphService";

    /**
     * @param isWire whether a factory makes wire components
     * @param isDriverOrAsset whether a factory makes drivers or assets
     * @throws RequestFailure when there is no graph in the request, a configuration of no driver, asset or wire
     *     component, or a wire component that the graph does not name
     */
    static ReceivedGraph of(
            List<ConfigurationJson> received, Predicate<String> isWire, Predicate<String> isDriverOrAsset)
            throws RequestFailure {
        Map<String, ComponentConfiguration> rest = new LinkedHashMap<>();
        received.forEach(each -> rest.put(each.pid(), each.read()));
        ComponentConfiguration own = rest.remove(GRAPH);
        if (own == null) {
            throw RequestFailure.badRequest("Configuration for \"" + GRAPH + "\" must be specified");
        }
        if (!(own.getConfigurationProperties().get("WireGraph") instanceof String text)) {
            throw RequestFailure.badRequest("\"WireGraph\" must be set and of STRING type");
        }
        for (ComponentConfiguration each : rest.values()) {
            String factoryPid = factoryPid(each);
            if (!isWire.test(factoryPid) && !isDriverOrAsset.test(factoryPid)) {
                throw RequestFailure.badRequest("\"" + each.getPid() + "\": \"" + factoryPid
                        + "\" is not a Wire Component, Asset or Driver factory pid.");
            }
        }
        WireGraphConfiguration parsed = WireGraphJson.parse(text);
        List<WireComponentConfiguration> complete = new ArrayList<>();
        for (WireComponentConfiguration each : parsed.getWireComponentConfigurations()) {
            ComponentConfiguration given = rest.remove(each.getConfiguration().getPid());
            complete.add(given == null ? each : new WireComponentConfiguration(given, each.getProperties()));
        }
        for (ComponentConfiguration each : rest.values()) {
            if (!isDriverOrAsset.test(factoryPid(each))) {
                throw RequestFailure.badRequest(
                        "\"" + each.getPid() + "\" is a Wire Component but it is not referenced by the Wire Graph");
            }
        }
        return new ReceivedGraph(new WireGraphConfiguration(complete, parsed.getWireConfigurations()), rest.values());
    }

    static String factoryPid(ComponentConfiguration configuration) {
        return String.valueOf(configuration.getConfigurationProperties().get("service.factoryPid"));
    }
}
