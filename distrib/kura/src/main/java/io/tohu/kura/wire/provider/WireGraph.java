/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.provider;

import static java.util.stream.Collectors.toMap;

import com.google.gson.JsonParseException;
import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.eclipse.kura.wire.graph.WireGraphService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.WireAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire graph: keeps OSGi wires in step with the configured graph and with the components that are there.
 *
 * <p>A wire whose component is not there is made when it comes.
 */
@Component(
        name = WireGraph.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, WireGraphService.class},
        property = "kura.service.pid=" + WireGraph.PID)
@Designate(ocd = WireGraphConfig.class)
public final class WireGraph implements ConfigurableComponent, WireGraphService {

    static final String PID = "org.eclipse.kura.wire.graph.WireGraphService";

    private static final Logger LOG = LoggerFactory.getLogger(WireGraph.class);

    private final ConfigurationService configurations;
    private final GraphWires wires;
    private final ServiceTracker<WireComponent, ServiceReference<WireComponent>> components;
    // While an update runs, components that come do not wait for its lock: the update makes their wires in the end.
    private volatile boolean updating;
    private WireGraphConfiguration graph = new WireGraphConfiguration(List.of(), List.of());

    /**
     * @param context to see wire components come and go
     * @param wireAdmin makes the OSGi wires
     * @param configurations owns the components' configurations
     * @param config the graph
     */
    @Activate
    public WireGraph(
            BundleContext context,
            @Reference WireAdmin wireAdmin,
            @Reference ConfigurationService configurations,
            WireGraphConfig config) {
        this.configurations = configurations;
        this.wires = new GraphWires(context, wireAdmin);
        this.components = new ServiceTracker<>(context, WireComponent.class, null) {
            @Override
            public ServiceReference<WireComponent> addingService(ServiceReference<WireComponent> reference) {
                if (!updating) {
                    createWires();
                }
                return reference;
            }

            @Override
            public void removedService(
                    ServiceReference<WireComponent> reference, ServiceReference<WireComponent> same) {
                // WireAdmin disconnects the wires of a component that goes, and connects them again when it is back.
            }
        };
        modified(config);
        components.open();
    }

    @Modified
    void modified(WireGraphConfig config) {
        try {
            WireGraphConfiguration read = WireGraphJson.parse(config.WireGraph());
            synchronized (this) {
                graph = new WireGraphConfiguration(
                        withRenderingDefaults(read.getWireComponentConfigurations()), read.getWireConfigurations());
            }
        } catch (JsonParseException e) {
            LOG.error("Property WireGraph of {} cannot be read, the graph stays as it was: {}", PID, e.getMessage());
            return;
        }
        createWires();
    }

    @Deactivate
    void deactivate() {
        components.close();
        wires.removeAll();
    }

    private synchronized void createWires() {
        wires.create(graph.getWireConfigurations());
    }

    @Override
    public synchronized WireGraphConfiguration get() throws KuraException {
        Map<String, ComponentConfiguration> known = configurations.getComponentConfigurations(wireComponents()).stream()
                .collect(toMap(ComponentConfiguration::getPid, Function.identity(), (first, second) -> first));
        List<WireComponentConfiguration> complete = graph.getWireComponentConfigurations().stream()
                .map(component -> new WireComponentConfiguration(
                        known.getOrDefault(component.getConfiguration().getPid(), component.getConfiguration()),
                        component.getProperties()))
                .toList();
        return new WireGraphConfiguration(complete, graph.getWireConfigurations());
    }

    /**
     * {@inheritDoc}
     *
     * <p>As in Kura, an asset whose configuration comes along is deleted and created again, whether it changed or not.
     */
    @Override
    public synchronized void update(WireGraphConfiguration wanted) throws KuraException {
        GraphChange change = GraphChange.between(get(), wanted);
        updating = true;
        try {
            apply(change, wanted);
        } finally {
            updating = false;
            createWires();
        }
    }

    private void apply(GraphChange change, WireGraphConfiguration wanted) throws KuraException {
        for (String pid : change.toDelete()) {
            configurations.deleteFactoryConfiguration(pid, false);
        }
        wires.removeOthers(wanted.getWireConfigurations(), change.toDelete());
        change.create(configurations);
        graph = new WireGraphConfiguration(
                withRenderingDefaults(wanted.getWireComponentConfigurations()), wanted.getWireConfigurations());
        List<ComponentConfiguration> updates = new ArrayList<>(change.toUpdate());
        updates.add(ownConfiguration(graph));
        configurations.updateConfigurations(updates, true);
    }

    @Override
    public synchronized void delete() throws KuraException {
        wires.removeAll();
        for (WireComponentConfiguration component : graph.getWireComponentConfigurations()) {
            configurations.deleteFactoryConfiguration(
                    component.getConfiguration().getPid(), false);
        }
        graph = new WireGraphConfiguration(List.of(), List.of());
        configurations.updateConfiguration(PID, ownConfiguration(graph).getConfigurationProperties(), true);
    }

    private ComponentConfiguration ownConfiguration(WireGraphConfiguration newGraph) throws KuraException {
        ComponentConfiguration own = configurations.getComponentConfiguration(PID);
        Map<String, Object> properties = new HashMap<>(own.getConfigurationProperties());
        properties.put("WireGraph", WireGraphJson.text(newGraph));
        return StoredConfiguration.of(PID, own.getDefinition(), properties);
    }

    private static List<WireComponentConfiguration> withRenderingDefaults(List<WireComponentConfiguration> components) {
        return components.stream()
                .map(component -> {
                    Map<String, Object> properties = new HashMap<>(Map.of("position.x", 0.0f, "position.y", 0.0f));
                    if (component.getProperties() != null) {
                        properties.putAll(component.getProperties());
                    }
                    return new WireComponentConfiguration(component.getConfiguration(), properties);
                })
                .toList();
    }

    private static Filter wireComponents() {
        try {
            return FrameworkUtil.createFilter(
                    "(|(objectClass=org.eclipse.kura.wire.WireComponent)"
                            + "(objectClass=org.eclipse.kura.wire.WireEmitter)(objectClass=org.eclipse.kura.wire.WireReceiver))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
