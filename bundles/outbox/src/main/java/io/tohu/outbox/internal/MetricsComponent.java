/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.OutboxService;
import io.tohu.outbox.OutboxStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;

/** Wire component that emits an outbox's figures. */
@Component(
        name = MetricsComponent.NAME,
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
        property = {
            "kura.ui.service.hide:Boolean=true",
            "input.cardinality.minimum:Integer=1",
            "input.cardinality.maximum:Integer=1",
            "input.cardinality.default:Integer=1",
            "output.cardinality.minimum:Integer=1",
            "output.cardinality.maximum:Integer=1",
            "output.cardinality.default:Integer=1"
        })
@Designate(ocd = MetricsConfig.class, factory = true)
public final class MetricsComponent implements ConfigurableComponent, WireEmitter, WireReceiver {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.outbox.Metrics";

    private final WireSupport wires;
    private volatile OutboxService outbox;

    @Activate
    @SuppressWarnings("unchecked") // DS gives a component its own reference with a wildcard type
    public MetricsComponent(@Reference WireHelperService helper, ComponentContext context) {
        wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
    }

    /** Another target is found by the reference itself. */
    @Modified
    void modified(MetricsConfig config) {
        // nothing else is configured
    }

    @Reference(name = "Outbox", cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setOutbox(OutboxService found) {
        outbox = found;
    }

    void unsetOutbox(OutboxService gone) {
        if (outbox == gone) {
            outbox = null;
        }
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        OutboxService current = outbox;
        if (current != null) {
            List<WireRecord> records = new ArrayList<>();
            current.status().forEach((name, status) -> records.add(new WireRecord(record(name, status))));
            wires.emit(records);
        }
    }

    static Map<String, TypedValue<?>> record(String name, OutboxStatus status) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        record.put("queue", TypedValues.newStringValue(name));
        record.put("waiting", TypedValues.newIntegerValue(status.waiting()));
        status.depth()
                .forEach((priority, depth) -> record.put("waiting." + priority, TypedValues.newIntegerValue(depth)));
        record.put("in.flight", TypedValues.newIntegerValue(status.inFlight()));
        record.put("messages", TypedValues.newIntegerValue(status.messages()));
        record.put("oldest.ms", TypedValues.newLongValue(status.oldestMillis()));
        record.put("disk.bytes", TypedValues.newLongValue(status.diskBytes()));
        record.put("in.memory", TypedValues.newIntegerValue(status.inMemory()));
        record.put("unreadable", TypedValues.newIntegerValue(status.unreadable()));
        record.put("dropped", TypedValues.newLongValue(status.dropped()));
        record.put("store.us", TypedValues.newLongValue(status.storeMicros()));
        record.put("store.us.p99", TypedValues.newLongValue(status.storeMicros99()));
        record.put("trouble", TypedValues.newStringValue(status.trouble()));
        return record;
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
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }

    @Override
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }
}
