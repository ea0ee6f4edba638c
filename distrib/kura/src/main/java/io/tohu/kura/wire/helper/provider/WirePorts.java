/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.helper.provider;

import static org.eclipse.kura.wire.graph.Constants.WIRE_EMITTER_PORT_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.WIRE_RECEIVER_PORT_PROP_NAME;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.graph.Port;
import org.eclipse.kura.wire.graph.ReceiverPort;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of one wire component.
 *
 * <p>An envelope is delivered by a direct call in the emitter's thread, wire after wire, so a slow receiver holds the
 * emitter up; {@link #emit(List)} lets one thread of a component through at a time. What a receiver throws ends in the
 * OSGi wire, which tells wire admin listeners and nobody else.
 */
final class WirePorts implements MultiportWireSupport {

    private static final Logger LOG = LoggerFactory.getLogger(WirePorts.class);

    private final WireComponent component;
    private final String servicePid;
    private final List<Receiver> receivers;
    private final List<Emitter> emitters;
    private final Map<Wire, Receiver> receiverByWire = new ConcurrentHashMap<>();

    WirePorts(WireComponent component, String servicePid, int receiverCount, int emitterCount) {
        this.component = Objects.requireNonNull(component, "wire component");
        this.servicePid = Objects.requireNonNull(servicePid, "service pid");
        if (receiverCount < 0 || emitterCount < 0) {
            throw new IllegalArgumentException(
                    "A wire component cannot have " + Math.min(receiverCount, emitterCount) + " ports: " + servicePid);
        }
        this.receivers =
                IntStream.range(0, receiverCount).mapToObj(i -> new Receiver()).toList();
        this.emitters =
                IntStream.range(0, emitterCount).mapToObj(i -> new Emitter()).toList();
    }

    @Override
    public synchronized void emit(List<WireRecord> records) {
        WireEnvelope envelope = createWireEnvelope(Objects.requireNonNull(records, "wire records"));
        emitters.forEach(port -> port.emit(envelope));
    }

    @Override
    public WireEnvelope createWireEnvelope(List<WireRecord> records) {
        return new WireEnvelope(servicePid, records);
    }

    @Override
    public void updated(Wire wire, Object value) {
        WireEnvelope envelope = (WireEnvelope) value;
        if (component instanceof WireReceiver receiver) {
            receiver.onWireReceive(envelope);
            return;
        }
        Receiver port = receiverByWire.get(wire);
        if (port != null) {
            port.consumer.accept(envelope);
        }
    }

    @Override
    public Object polled(Wire wire) {
        return wire.getLastValue();
    }

    @Override
    public synchronized void consumersConnected(Wire[] wires) {
        emitters.forEach(port -> port.wires.clear());
        for (Wire wire : orNone(wires)) {
            Emitter port = port(emitters, wire, WIRE_EMITTER_PORT_PROP_NAME.value());
            if (port != null) {
                port.wires.add(wire);
            }
        }
    }

    @Override
    public synchronized void producersConnected(Wire[] wires) {
        receivers.forEach(port -> port.wires.clear());
        receiverByWire.clear();
        for (Wire wire : orNone(wires)) {
            Receiver port = port(receivers, wire, WIRE_RECEIVER_PORT_PROP_NAME.value());
            if (port != null) {
                port.wires.add(wire);
                receiverByWire.put(wire, port);
            }
        }
    }

    private <T> T port(List<T> ports, Wire wire, String property) {
        Object number = wire.getProperties().get(property);
        if (number instanceof Integer index && index >= 0 && index < ports.size()) {
            return ports.get(index);
        }
        LOG.warn("A wire of {} asks for port {} ({}), but there are {}", servicePid, number, property, ports.size());
        return null;
    }

    private static Wire[] orNone(Wire[] wires) {
        return wires == null ? new Wire[0] : wires;
    }

    @Override
    public List<EmitterPort> getEmitterPorts() {
        return List.copyOf(emitters);
    }

    @Override
    public List<ReceiverPort> getReceiverPorts() {
        return List.copyOf(receivers);
    }

    private abstract static class WirePort implements Port {
        final List<Wire> wires = new CopyOnWriteArrayList<>();

        @Override
        public List<Wire> listConnectedWires() {
            return Collections.unmodifiableList(wires);
        }
    }

    private static final class Emitter extends WirePort implements EmitterPort {
        @Override
        public void emit(WireEnvelope envelope) {
            wires.forEach(wire -> wire.update(envelope));
        }
    }

    private static final class Receiver extends WirePort implements ReceiverPort {
        private volatile Consumer<WireEnvelope> consumer = envelope -> {};

        @Override
        public void onWireReceive(Consumer<WireEnvelope> newConsumer) {
            consumer = Objects.requireNonNull(newConsumer, "consumer");
        }
    }
}
