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

import static org.eclipse.kura.configuration.ConfigurationService.KURA_SERVICE_PID;
import static org.eclipse.kura.wire.graph.Constants.EMITTER_KURA_SERVICE_PID_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.RECEIVER_KURA_SERVICE_PID_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.WIRE_EMITTER_PORT_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.WIRE_RECEIVER_PORT_PROP_NAME;
import static org.osgi.framework.Constants.SERVICE_PID;
import static org.osgi.service.wireadmin.WireConstants.WIREADMIN_CONSUMER_PID;
import static org.osgi.service.wireadmin.WireConstants.WIREADMIN_PRODUCER_PID;

import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.wireadmin.Wire;
import org.osgi.service.wireadmin.WireAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi wires of a graph: one for each wire whose two components are there, with Kura's wire properties. */
final class GraphWires {

    private static final Logger LOG = LoggerFactory.getLogger(GraphWires.class);

    private final BundleContext context;
    private final WireAdmin wireAdmin;

    GraphWires(BundleContext context, WireAdmin wireAdmin) {
        this.context = context;
        this.wireAdmin = wireAdmin;
    }

    /** Makes the OSGi wires that can be made and are not there yet. */
    void create(List<MultiportWireConfiguration> wires) {
        Collection<ServiceReference<WireComponent>> components = components();
        for (MultiportWireConfiguration wire : wires) {
            Optional<String> emitter = servicePid(components, wire.getEmitterPid());
            Optional<String> receiver = servicePid(components, wire.getReceiverPid());
            if (emitter.isPresent()
                    && receiver.isPresent()
                    && all().noneMatch(existing -> isBetween(existing, emitter.get(), receiver.get(), wire))) {
                wireAdmin.createWire(emitter.get(), receiver.get(), properties(wire));
                LOG.info("Wire {} made", text(wire));
            }
        }
    }

    /** Removes the wires of earlier graphs that the new one does not have, and those of components to be deleted. */
    void removeOthers(Collection<MultiportWireConfiguration> wanted, Set<String> deletedPids) {
        remove(wire -> !wanted.contains(wire)
                || deletedPids.contains(wire.getEmitterPid())
                || deletedPids.contains(wire.getReceiverPid()));
    }

    /** Removes every wire that a graph made. */
    void removeAll() {
        remove(wire -> true);
    }

    private void remove(Predicate<MultiportWireConfiguration> which) {
        all().filter(wire -> configuration(wire).filter(which).isPresent()).forEach(wireAdmin::deleteWire);
    }

    /** @return {@code emitter/port -> receiver/port} */
    static String text(MultiportWireConfiguration wire) {
        return wire.getEmitterPid() + "/" + wire.getEmitterPort() + " -> " + wire.getReceiverPid() + "/"
                + wire.getReceiverPort();
    }

    private static boolean isBetween(Wire wire, String emitter, String receiver, MultiportWireConfiguration wanted) {
        Dictionary<?, ?> properties = wire.getProperties();
        return emitter.equals(properties.get(WIREADMIN_PRODUCER_PID))
                && receiver.equals(properties.get(WIREADMIN_CONSUMER_PID))
                && Integer.valueOf(wanted.getEmitterPort()).equals(properties.get(WIRE_EMITTER_PORT_PROP_NAME.value()))
                && Integer.valueOf(wanted.getReceiverPort())
                        .equals(properties.get(WIRE_RECEIVER_PORT_PROP_NAME.value()));
    }

    private static Dictionary<String, Object> properties(MultiportWireConfiguration wire) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(WIRE_EMITTER_PORT_PROP_NAME.value(), wire.getEmitterPort());
        properties.put(WIRE_RECEIVER_PORT_PROP_NAME.value(), wire.getReceiverPort());
        properties.put(EMITTER_KURA_SERVICE_PID_PROP_NAME.value(), wire.getEmitterPid());
        properties.put(RECEIVER_KURA_SERVICE_PID_PROP_NAME.value(), wire.getReceiverPid());
        return properties;
    }

    private static Optional<MultiportWireConfiguration> configuration(Wire wire) {
        Dictionary<?, ?> properties = wire.getProperties();
        if (properties.get(EMITTER_KURA_SERVICE_PID_PROP_NAME.value()) instanceof String emitter
                && properties.get(RECEIVER_KURA_SERVICE_PID_PROP_NAME.value()) instanceof String receiver
                && properties.get(WIRE_EMITTER_PORT_PROP_NAME.value()) instanceof Integer emitterPort
                && properties.get(WIRE_RECEIVER_PORT_PROP_NAME.value()) instanceof Integer receiverPort) {
            return Optional.of(new MultiportWireConfiguration(emitter, receiver, emitterPort, receiverPort));
        }
        return Optional.empty();
    }

    private Stream<Wire> all() {
        try {
            Wire[] wires = wireAdmin.getWires(null);
            return wires == null ? Stream.empty() : Arrays.stream(wires);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Collection<ServiceReference<WireComponent>> components() {
        try {
            return context.getServiceReferences(WireComponent.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> servicePid(
            Collection<ServiceReference<WireComponent>> components, String kuraServicePid) {
        return components.stream()
                .filter(reference -> kuraServicePid.equals(reference.getProperty(KURA_SERVICE_PID)))
                .map(reference -> (String) reference.getProperty(SERVICE_PID))
                .findAny();
    }
}
