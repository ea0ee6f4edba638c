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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.kura.core.cloud.RequestHandlers;
import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import io.tohu.kura.request.handler.jaxrs.JsonBody;
import io.tohu.kura.request.handler.jaxrs.JsonRequestHandler;
import io.tohu.kura.request.handler.jaxrs.Parts;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import io.tohu.kura.rest.configuration.provider.ConfigurationRequests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.eclipse.kura.wire.graph.WireGraphService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The application WIRE-V1: the wire graph with its components and drivers, and what a graph can be made of. */
@Component(
        name = "org.eclipse.kura.internal.rest.wire.WireRestService",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=WIRE-V1")
public final class WireRequests extends JsonRequestHandler {

    private static final String WIRE_ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String METADATA = "/metadata";

    private final WireGraphService graph;
    private final ConfigurationService configurations;
    private final CryptoService crypto;
    private final Components components;

    /**
     * @param context knows the services
     * @param runtime knows the factories
     * @param graph owns the graph
     * @param configurations owns the components
     * @param forms of the factories
     * @param crypto reads passwords
     */
    @Activate
    public WireRequests(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference WireGraphService graph,
            @Reference ConfigurationService configurations,
            @Reference OCDService forms,
            @Reference CryptoService crypto) {
        this(
                new Components(context, () -> runtime.getComponentDescriptionDTOs()),
                graph,
                configurations,
                forms,
                crypto);
    }

    WireRequests(
            Components components,
            WireGraphService graph,
            ConfigurationService configurations,
            OCDService forms,
            CryptoService crypto) {
        this.graph = graph;
        this.configurations = configurations;
        this.crypto = crypto;
        this.components = components;
        on("GET/graph/snapshot", body -> snapshot());
        on("PUT/graph/snapshot", this::update);
        on("DEL/graph", body -> delete());
        on("GET/graph/topology", body -> WireGraphJson.toJson(graph.get()));
        on("GET/drivers/pids", body -> pids(Driver.class));
        on("GET/assets/pids", body -> pids(Asset.class));
        on("PUT/configs", this::updateConfigurations);
        on("POST/configs/byPid", body -> get(body.texts("pids")));
        on("DEL/configs/byPid", this::deleteConfigurations);
        offerMetadata(new WireMetadata(components, forms));
    }

    private void offerMetadata(WireMetadata metadata) {
        String definitions = METADATA + "/wireComponents/definitions";
        String drivers = METADATA + "/drivers";
        on("GET" + METADATA, body -> metadata.all());
        on(
                "GET" + METADATA + "/wireComponents/factoryPids",
                body -> ConfigurationRequests.texts("pids", metadata.wireFactories()));
        on("GET" + definitions, body -> metadata.wireComponents(any -> true));
        on("POST" + definitions + "/byFactoryPid", body -> metadata.wireComponents(body.texts("pids")::contains));
        on("GET" + drivers + "/factoryPids", body -> ConfigurationRequests.texts("pids", metadata.driverFactories()));
        on("GET" + drivers + "/ocds", body -> metadata.drivers(any -> true));
        on("POST" + drivers + "/ocds/byFactoryPid", body -> metadata.drivers(body.texts("pids")::contains));
        on("GET" + drivers + "/channelDescriptors", body -> metadata.driverChannels(any -> true));
        on(
                "POST" + drivers + "/channelDescriptors/byPid",
                body -> metadata.driverChannels(body.texts("pids")::contains));
        on("GET" + METADATA + "/assets/channelDescriptor", body -> metadata.assetChannel());
    }

    private JsonElement snapshot() throws KuraException {
        WireGraphConfiguration now = graph.get();
        List<ComponentConfiguration> all = new ArrayList<>();
        all.add(StoredConfiguration.of(ReceivedGraph.GRAPH, null, Map.of("WireGraph", WireGraphJson.text(now))));
        now.getWireComponentConfigurations().stream()
                .map(WireComponentConfiguration::getConfiguration)
                .forEach(all::add);
        for (ServiceReference<Driver> each : components.references(Driver.class)) {
            ComponentConfiguration driver = configurations.getComponentConfiguration(
                    (String) each.getProperty(ConfigurationService.KURA_SERVICE_PID));
            if (driver != null) {
                all.add(driver);
            }
        }
        List<StoredConfiguration> withoutForms = all.stream()
                .map(each -> StoredConfiguration.of(each.getPid(), null, each.getConfigurationProperties()))
                .toList();
        return ConfigurationJson.list(withoutForms, ConfigurationJson.plain(crypto));
    }

    private JsonElement update(JsonBody body) throws RequestFailure, KuraException {
        ReceivedGraph wanted = new ReceivedGraph(components, body.objects("configs"));
        WireGraphConfiguration newGraph = wanted.graph();
        Parts parts = new Parts();
        try {
            graph.update(newGraph);
        } catch (KuraException e) {
            if (e.getCode() == KuraErrorCode.BAD_REQUEST) {
                throw e;
            }
            parts.run("updateGraph", () -> {
                throw e;
            });
        }
        apply(wanted.rest(), parts);
        parts.requireAll();
        return null;
    }

    private JsonElement updateConfigurations(JsonBody body) throws RequestFailure, KuraException {
        ReceivedGraph received = new ReceivedGraph(components, body.objects("configs"));
        received.requireNoneOutside(graph.get());
        Parts parts = new Parts();
        apply(received.rest(), parts);
        parts.requireAll();
        return null;
    }

    /** As in Kura an asset is deleted and created anew; anything else must be there already. */
    private void apply(Collection<JsonBody> received, Parts parts) {
        for (JsonBody each : received) {
            String pid = each.text("pid");
            if (WIRE_ASSET.equals(ReceivedGraph.factoryPid(each))) {
                parts.run("delete:" + pid, () -> configurations.deleteFactoryConfiguration(pid, false));
            }
        }
        for (JsonBody each : received) {
            String pid = each.text("pid");
            parts.run("update:" + pid, () -> {
                Map<String, Object> properties = ConfigurationJson.properties(each);
                if (WIRE_ASSET.equals(ReceivedGraph.factoryPid(each))) {
                    configurations.createFactoryConfiguration(WIRE_ASSET, pid, properties, false);
                } else {
                    configurations.updateConfiguration(pid, properties, false);
                }
            });
        }
        if (!received.isEmpty()) {
            parts.run("snapshot", configurations::snapshot);
        }
    }

    private JsonElement delete() throws KuraException {
        graph.delete();
        return null;
    }

    private JsonElement get(Set<String> pids) throws KuraException {
        List<ComponentConfiguration> found = new ArrayList<>();
        for (String pid : pids) {
            ComponentConfiguration configuration =
                    components.isInstance(pid) ? configurations.getComponentConfiguration(pid) : null;
            if (configuration != null) {
                found.add(configuration);
            }
        }
        return ConfigurationJson.list(found, ConfigurationJson::hidden);
    }

    private JsonElement deleteConfigurations(JsonBody body) throws RequestFailure, KuraException {
        Set<String> pids = body.texts("pids");
        WireGraphConfiguration now = graph.get();
        for (String pid : pids) {
            if (ReceivedGraph.names(now, pid)) {
                throw RequestFailure.badRequest("\"" + pid + "\" is referenced by the Wire Graph");
            }
            if (!components.isInstance(pid)) {
                throw RequestFailure.badRequest(
                        "\"" + pid + "\" does not exist or it is not a Driver, Asset or Wire Component instance");
            }
        }
        Parts parts = new Parts();
        for (String pid : pids) {
            parts.run("delete:" + pid, () -> configurations.deleteFactoryConfiguration(pid, false));
        }
        if (!pids.isEmpty()) {
            parts.run("snapshot", configurations::snapshot);
        }
        parts.requireAll();
        return null;
    }

    private JsonElement pids(Class<?> type) {
        JsonArray all = new JsonArray();
        for (ServiceReference<?> each : components.references(type)) {
            if (each.getProperty(ConfigurationService.KURA_SERVICE_PID) instanceof String pid
                    && each.getProperty("service.factoryPid") instanceof String factoryPid) {
                JsonObject component = new JsonObject();
                component.addProperty("pid", pid);
                component.addProperty("factoryPid", factoryPid);
                all.add(component);
            }
        }
        JsonObject json = new JsonObject();
        json.add("components", all);
        return json;
    }
}
