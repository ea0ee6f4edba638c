/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.graph.ReceiverPort;
import org.osgi.framework.ServiceReference;
import org.osgi.service.wireadmin.Wire;

/** Kura's wires around one component, without OSGi: what it emits on a port goes straight to one consumer. */
final class DirectWires implements WireHelperService, MultiportWireSupport {

    private final List<EmitterPort> ports;

    /**
     * @param receivers one an output port
     */
    DirectWires(List<Consumer<WireEnvelope>> receivers) {
        ports = receivers.stream().<EmitterPort>map(Output::new).toList();
    }

    private record Output(Consumer<WireEnvelope> receiver) implements EmitterPort {

        @Override
        public void emit(WireEnvelope envelope) {
            receiver.accept(envelope);
        }

        @Override
        public List<Wire> listConnectedWires() {
            return List.of();
        }
    }

    @Override
    public WireSupport newWireSupport(WireComponent component, ServiceReference<WireComponent> reference) {
        return this;
    }

    @Override
    public List<EmitterPort> getEmitterPorts() {
        return ports;
    }

    @Override
    public List<ReceiverPort> getReceiverPorts() {
        return List.of();
    }

    @Override
    public WireEnvelope createWireEnvelope(List<WireRecord> records) {
        return new WireEnvelope("bench", records);
    }

    @Override
    public void emit(List<WireRecord> records) {
        ports.forEach(port -> port.emit(createWireEnvelope(records)));
    }

    @Override
    public Object polled(Wire wire) {
        return null;
    }

    @Override
    public void consumersConnected(Wire[] wires) {
        // There is no wire admin here.
    }

    @Override
    public void updated(Wire wire, Object value) {
        // There is no wire admin here.
    }

    @Override
    public void producersConnected(Wire[] wires) {
        // There is no wire admin here.
    }
}
