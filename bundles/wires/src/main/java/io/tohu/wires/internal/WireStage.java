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
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every wire component here shares: its place in the graph, its name, and telling a fault once. */
public abstract class WireStage implements ConfigurableComponent, WireEmitter, WireReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(WireStage.class);

    private final String pid;
    private final MultiportWireSupport support;
    private String fault = "";

    @SuppressWarnings("unchecked") // DS gives a component its own reference with a wildcard type
    protected WireStage(WireHelperService helper, ComponentContext context) {
        this.pid = String.valueOf(context.getProperties().get("kura.service.pid"));
        this.support = (MultiportWireSupport)
                helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
    }

    /** The name that the user gave this instance. */
    protected final String pid() {
        return pid;
    }

    /** Emits one record on an output port, in the caller's thread. */
    protected final void emit(int port, WireRecord record) {
        List<EmitterPort> ports = support.getEmitterPorts();
        if (port < ports.size()) {
            ports.get(port).emit(support.createWireEnvelope(List.of(record)));
        }
    }

    /**
     * Says what keeps this component from its work; logged only when it changes.
     *
     * @param message a sentence, empty when all is well
     * @return whether it differs from the last call's
     */
    protected final synchronized boolean fault(String message) {
        if (fault.equals(message)) {
            return false;
        }
        fault = message;
        if (message.isEmpty()) {
            LOG.info("{}: works again", pid);
        } else {
            LOG.warn("{}: {}", pid, message);
        }
        return true;
    }

    /** Takes an envelope; what it throws is told as a fault. */
    protected abstract void receive(WireEnvelope envelope);

    /** Wire admin swallows what a receiver throws: without this nobody would ever hear of it. */
    @Override
    public final void onWireReceive(WireEnvelope envelope) {
        try {
            receive(envelope);
        } catch (RuntimeException e) {
            if (fault("fails at a record of " + envelope.getEmitterPid() + ": " + e)) {
                LOG.debug("{}", pid, e);
            }
        }
    }

    @Override
    public final Object polled(Wire wire) {
        return support.polled(wire);
    }

    @Override
    public final void consumersConnected(Wire[] wires) {
        support.consumersConnected(wires);
    }

    @Override
    public final void updated(Wire wire, Object value) {
        support.updated(wire, value);
    }

    @Override
    public final void producersConnected(Wire[] wires) {
        support.producersConnected(wires);
    }
}
