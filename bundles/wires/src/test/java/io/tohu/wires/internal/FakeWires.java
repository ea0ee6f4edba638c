/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
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

/** A place in a wire graph that keeps what is emitted, port by port. */
public final class FakeWires implements WireHelperService, MultiportWireSupport {

    private final List<List<WireRecord>> emitted;

    public FakeWires(int ports) {
        this.emitted = IntStream.range(0, ports)
                .<List<WireRecord>>mapToObj(i -> new CopyOnWriteArrayList<>())
                .toList();
    }

    /** What left on a port so far. */
    public List<WireRecord> emitted(int port) {
        return emitted.get(port);
    }

    @Override
    public WireSupport newWireSupport(WireComponent component, ServiceReference<WireComponent> reference) {
        return this;
    }

    @Override
    public List<EmitterPort> getEmitterPorts() {
        return emitted.stream().<EmitterPort>map(KeepingPort::new).toList();
    }

    @Override
    public WireEnvelope createWireEnvelope(List<WireRecord> records) {
        return new WireEnvelope("test", records);
    }

    @Override
    public void emit(List<WireRecord> records) {
        emitted.forEach(port -> port.addAll(records));
    }

    @Override
    public List<ReceiverPort> getReceiverPorts() {
        return List.of();
    }

    @Override
    public Object polled(Wire wire) {
        return null;
    }

    @Override
    public void consumersConnected(Wire[] wires) {
        // The fake keeps what is emitted itself.
    }

    @Override
    public void updated(Wire wire, Object value) {
        // Records are given to the component directly.
    }

    @Override
    public void producersConnected(Wire[] wires) {
        // Records are given to the component directly.
    }

    private record KeepingPort(List<WireRecord> kept) implements EmitterPort {

        @Override
        public void emit(WireEnvelope envelope) {
            kept.addAll(envelope.getRecords());
        }

        @Override
        public List<Wire> listConnectedWires() {
            return List.of();
        }
    }
}
