/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;

/** Kura's queue: a bounded one, emptied by a thread of its own; what waits is lost when the component stops. */
@Component(
        name = WireFifo.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class
        },
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = FifoConfig.class, factory = true)
public final class WireFifo implements WireEmitter, WireReceiver, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.wire.Fifo";

    private final WireSupport wires;
    private final BlockingQueue<WireEnvelope> queue;
    private final boolean discard;
    private final Thread emitter;

    /**
     * @param helper gives the ports
     * @param context this component
     * @param config the queue
     */
    @Activate
    @SuppressWarnings("unchecked")
    public WireFifo(@Reference WireHelperService helper, ComponentContext context, FifoConfig config) {
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        this.queue = new ArrayBlockingQueue<>(Math.max(1, config.queue_capacity()));
        this.discard = config.discard_envelopes();
        this.emitter = new Thread(
                this::emitAll, context.getProperties().get(ConfigurationService.KURA_SERVICE_PID) + "-EmitterThread");
        this.emitter.start();
    }

    @Deactivate
    void deactivate() {
        emitter.interrupt();
    }

    private void emitAll() {
        try {
            while (true) {
                wires.emit(queue.take().getRecords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        if (discard) {
            queue.offer(envelope);
            return;
        }
        try {
            queue.put(envelope);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    @Override
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    @Override
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }

    @Override
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }
}
