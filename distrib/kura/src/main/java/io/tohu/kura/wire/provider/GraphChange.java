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

import static org.eclipse.kura.wire.graph.Constants.EMITTER_PORT_COUNT_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.RECEIVER_PORT_COUNT_PROP_NAME;

import io.tohu.kura.json.marshaller.unmarshaller.provider.WireGraphJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/**
 * What has to be done to the components to get from one graph to another.
 *
 * @param toDelete pids of components to delete
 * @param toCreate components to create
 * @param toUpdate configurations of components that stay
 */
record GraphChange(
        Set<String> toDelete, List<WireComponentConfiguration> toCreate, List<ComponentConfiguration> toUpdate) {

    private static final String WIRE_ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String FACTORY_PID = "service.factoryPid";

    /**
     * @throws KuraException BAD_REQUEST when a component lacks its numbers of ports, or a new one its factory
     */
    static GraphChange between(WireGraphConfiguration old, WireGraphConfiguration wanted) throws KuraException {
        Map<String, WireComponentConfiguration> before = byPid(old);
        Map<String, WireComponentConfiguration> after = byPid(wanted);
        Set<String> toDelete = new LinkedHashSet<>();
        before.forEach((pid, component) -> {
            Optional<String> oldFactory = factory(component);
            WireComponentConfiguration now = after.get(pid);
            boolean removed = now == null && !isAsset(component);
            boolean otherFactory = now != null
                    && oldFactory.isPresent()
                    && factory(now).isPresent()
                    && !oldFactory.equals(factory(now));
            if (removed || otherFactory) {
                toDelete.add(pid);
            }
        });
        List<WireComponentConfiguration> toCreate = new ArrayList<>();
        List<ComponentConfiguration> toUpdate = new ArrayList<>();
        for (WireComponentConfiguration component : wanted.getWireComponentConfigurations()) {
            String pid = component.getConfiguration().getPid();
            require(component, WireGraphJson.INPUT_PORT_COUNT);
            require(component, WireGraphJson.OUTPUT_PORT_COUNT);
            if (isAsset(component)) {
                toDelete.add(pid);
            }
            if (isAsset(component) || !before.containsKey(pid)) {
                if (factory(component).isEmpty()) {
                    throw badRequest(pid, FACTORY_PID);
                }
                toCreate.add(component);
            } else if (component.getConfiguration().getConfigurationProperties() != null) {
                toUpdate.add(component.getConfiguration());
            }
        }
        return new GraphChange(toDelete, toCreate, toUpdate);
    }

    /** Creates the new components; when one fails, those created before it are deleted again. */
    void create(ConfigurationService configurations) throws KuraException {
        List<String> created = new ArrayList<>();
        for (WireComponentConfiguration component : toCreate) {
            ComponentConfiguration configuration = component.getConfiguration();
            Map<String, Object> properties = configuration.getConfigurationProperties();
            properties.put(
                    RECEIVER_PORT_COUNT_PROP_NAME.value(),
                    component.getProperties().get(WireGraphJson.INPUT_PORT_COUNT));
            properties.put(
                    EMITTER_PORT_COUNT_PROP_NAME.value(),
                    component.getProperties().get(WireGraphJson.OUTPUT_PORT_COUNT));
            try {
                configurations.createFactoryConfiguration(
                        (String) properties.get(FACTORY_PID), configuration.getPid(), properties, false);
            } catch (KuraException e) {
                for (String pid : created) {
                    configurations.deleteFactoryConfiguration(pid, false);
                }
                throw e;
            }
            created.add(configuration.getPid());
        }
    }

    private static Map<String, WireComponentConfiguration> byPid(WireGraphConfiguration graph) {
        return graph.getWireComponentConfigurations().stream()
                .collect(Collectors.toMap(
                        component -> component.getConfiguration().getPid(), component -> component));
    }

    private static boolean isAsset(WireComponentConfiguration component) {
        return factory(component).filter(WIRE_ASSET::equals).isPresent();
    }

    private static Optional<String> factory(WireComponentConfiguration component) {
        Map<String, Object> properties = component.getConfiguration().getConfigurationProperties();
        return Optional.ofNullable(properties)
                .map(map -> map.get(FACTORY_PID))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static void require(WireComponentConfiguration component, String count) throws KuraException {
        if (!(component.getProperties().get(count) instanceof Integer)) {
            throw badRequest(component.getConfiguration().getPid(), count);
        }
    }

    private static KuraException badRequest(String pid, String property) {
        return new KuraException(
                KuraErrorCode.BAD_REQUEST, null, "Component " + pid + " has no valid property \"" + property + "\"");
    }
}
