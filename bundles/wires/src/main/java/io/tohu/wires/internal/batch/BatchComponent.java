/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.batch;

import io.tohu.wires.internal.WireStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;

/**
 * Wire component that takes the place of Kura's CloudPublisher component. That one drops what cannot be stored; this one
 * publishes itself, so that it hears of it and tries again.
 */
@Component(
        name = BatchComponent.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, WireComponent.class, WireReceiver.class, Consumer.class},
        property = {
            "kura.ui.service.hide:Boolean=true",
            "input.cardinality.minimum:Integer=1",
            "input.cardinality.maximum:Integer=1",
            "input.cardinality.default:Integer=1",
            "output.cardinality.minimum:Integer=0",
            "output.cardinality.maximum:Integer=0",
            "output.cardinality.default:Integer=0"
        })
@Designate(ocd = BatchConfig.class, factory = true)
public final class BatchComponent extends WireStage {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.wires.Batch";

    private static final long TICK_MILLIS = 200;

    private final BatchQueue queue;
    private final ScheduledExecutorService timer;
    private volatile CloudPublisher publisher;
    private long dropped;

    @Activate
    public BatchComponent(@Reference WireHelperService helper, ComponentContext context, BatchConfig config) {
        super(helper, context);
        queue = new BatchQueue(config, this::send, System::currentTimeMillis);
        timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "batch-" + pid()));
        timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Optional and dynamic: records are kept while the publisher is away. */
    @Reference(name = "CloudPublisher", cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setPublisher(CloudPublisher found) {
        publisher = found;
    }

    void unsetPublisher(CloudPublisher gone) {
        if (publisher == gone) {
            publisher = null;
        }
    }

    @Modified
    synchronized void configure(BatchConfig config) {
        queue.configure(config);
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
        synchronized (this) {
            queue.flush();
            if (queue.waiting() > 0) {
                fault(queue.waiting() + " records are lost, because this component ends before they could be sent: "
                        + queue.trouble());
            }
        }
    }

    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        envelope.getRecords().forEach(record -> queue.add(record.getProperties()));
        tell();
    }

    private synchronized void tick() {
        queue.tick();
        tell();
    }

    private void send(KuraMessage message) throws KuraException {
        CloudPublisher current = publisher;
        if (current == null) {
            throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE, "there is no such publisher");
        }
        current.publish(message);
    }

    private void tell() {
        String lost = queue.dropped() == dropped ? "" : "; memory is used up and the oldest are dropped";
        dropped = queue.dropped();
        fault(queue.trouble().isEmpty() ? "" : "keeps its records until they can be sent: " + queue.trouble() + lost);
    }
}
