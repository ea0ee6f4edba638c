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

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireComponent;
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
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's publisher at the end of a wire: one message for each record, its properties as metrics, without body and
 * position.
 *
 * <p>Without the publisher that {@code CloudPublisher.target} names, envelopes are dropped; when one
 * message cannot be published, what is left of its envelope is dropped.
 */
@Component(
        name = WireCloudPublisher.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, WireComponent.class, WireReceiver.class, Consumer.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = CloudPublisherConfig.class, factory = true)
public final class WireCloudPublisher implements WireReceiver, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.wire.CloudPublisher";

    private static final Logger LOG = LoggerFactory.getLogger(WireCloudPublisher.class);

    @Reference(name = "CloudPublisher", policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    private volatile CloudPublisher publisher;

    private final WireSupport wires;
    private final String pid;
    private volatile String lastTold = "published";

    /**
     * @param helper gives the port
     * @param context this component
     */
    @Activate
    @SuppressWarnings("unchecked")
    public WireCloudPublisher(@Reference WireHelperService helper, ComponentContext context) {
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        this.pid = String.valueOf(context.getProperties().get(ConfigurationService.KURA_SERVICE_PID));
    }

    WireCloudPublisher(CloudPublisher publisher) {
        this.wires = null;
        this.pid = "test";
        this.publisher = publisher;
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        CloudPublisher current = publisher;
        if (current == null) {
            tell("dropped: there is no publisher as CloudPublisher.target asks for");
            return;
        }
        try {
            for (WireRecord wireRecord : envelope.getRecords()) {
                current.publish(message(wireRecord.getProperties()));
            }
            tell("published");
        } catch (KuraException | RuntimeException e) {
            tell("not published, nor is what is left of an envelope: " + e);
        }
    }

    /** Says what becomes of messages when that changes. */
    private void tell(String now) {
        if (!now.equals(lastTold)) {
            lastTold = now;
            LOG.info("Messages of {} are {}", pid, now);
        }
    }

    private KuraMessage message(Map<String, TypedValue<?>> properties) {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date());
        Map<String, Object> values = new HashMap<>();
        properties.forEach((name, value) -> {
            payload.addMetric(name, value.getValue());
            values.put(name, value.getValue());
        });
        return new KuraMessage(payload, values);
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
