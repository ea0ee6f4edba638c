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

import static io.tohu.kura.rest.wire.provider.WireMetadata.WIRE_ASSET;

import io.tohu.kura.core.cloud.RequestHandlers;
import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import io.tohu.kura.request.handler.jaxrs.JsonRequestHandler;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import io.tohu.kura.request.handler.jaxrs.RequestFailure.Parts;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import io.tohu.kura.rest.configuration.provider.ConfigurationsBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
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
public final class WireRequests extends JsonRequestHandler<ConfigurationsBody> {

    private final WireGraphService graph;
    private final ConfigurationService configurations;
    private final CryptoService crypto;
    private final WireMetadata metadata;

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
                new WireMetadata(context, () -> runtime.getComponentDescriptionDTOs(), forms),
                graph,
                configurations,
                crypto);
    }

    WireRequests(
            WireMetadata metadata, WireGraphService graph, ConfigurationService configurations, CryptoService crypto) {
        super(ConfigurationsBody.class);
        this.graph = graph;
        this.configurations = configurations;
        this.crypto = crypto;
        this.metadata = metadata;
        on("GET/graph/snapshot", body -> snapshot());
        on("PUT/graph/snapshot", this::update);
        on("DEL/graph", body -> delete());
        on("GET/graph/topology", body -> WireGraphJson.of(graph.get()));
        on("GET/metadata", body -> metadata.all());
    }

    private Object snapshot() throws KuraException {
        WireGraphConfiguration now = graph.get();
        List<ComponentConfiguration> all = new ArrayList<>();
        all.add(StoredConfiguration.of(ReceivedGraph.GRAPH, null, Map.of("WireGraph", WireGraphJson.text(now))));
        now.getWireComponentConfigurations().stream()
                .map(WireComponentConfiguration::getConfiguration)
                .forEach(all::add);
        for (ServiceReference<Driver> each : metadata.drivers()) {
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

    private Object update(ConfigurationsBody body) throws RequestFailure, KuraException {
        ReceivedGraph wanted = ReceivedGraph.of(body.configs(), metadata::isWire, metadata::isDriverOrAsset);
        Parts parts = new Parts();
        try {
            graph.update(wanted.graph());
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

    /** As in Kura an asset is deleted and created anew; anything else must be there already. */
    private void apply(Collection<ComponentConfiguration> received, Parts parts) {
        for (ComponentConfiguration each : received) {
            if (WIRE_ASSET.equals(ReceivedGraph.factoryPid(each))) {
                parts.run(
                        "delete:" + each.getPid(),
                        () -> configurations.deleteFactoryConfiguration(each.getPid(), false));
            }
        }
        for (ComponentConfiguration each : received) {
            Map<String, Object> properties = each.getConfigurationProperties();
            parts.run("update:" + each.getPid(), () -> {
                if (WIRE_ASSET.equals(ReceivedGraph.factoryPid(each))) {
                    configurations.createFactoryConfiguration(WIRE_ASSET, each.getPid(), properties, false);
                } else {
                    configurations.updateConfiguration(each.getPid(), properties, false);
                }
            });
        }
        if (!received.isEmpty()) {
            parts.run("snapshot", configurations::snapshot);
        }
    }

    private Object delete() throws KuraException {
        graph.delete();
        return null;
    }
}
