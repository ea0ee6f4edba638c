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

import org.eclipse.kura.configuration.ConfigurableComponent;
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
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's logger: writes each envelope to the log. */
@Component(
        name = WireLogger.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, WireComponent.class, Consumer.class},
        property = {
            "kura.ui.service.hide:Boolean=true",
            "input.cardinality.minimum:Integer=1",
            "input.cardinality.maximum:Integer=1",
            "input.cardinality.default:Integer=1",
            "output.cardinality.minimum:Integer=0",
            "output.cardinality.maximum:Integer=0",
            "output.cardinality.default:Integer=0"
        })
@Designate(ocd = LoggerConfig.class, factory = true)
public final class WireLogger implements WireReceiver, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.wire.Logger";

    private static final Logger LOG = LoggerFactory.getLogger(WireLogger.class);

    private final WireSupport wires;
    private volatile boolean verbose;

    /**
     * @param helper gives the port
     * @param context this component
     * @param config how much to write
     */
    @Activate
    @SuppressWarnings("unchecked")
    public WireLogger(@Reference WireHelperService helper, ComponentContext context, LoggerConfig config) {
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        modified(config);
    }

    @Modified
    void modified(LoggerConfig config) {
        verbose = "VERBOSE".equals(config.log_verbosity());
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        LOG.info("Received WireEnvelope from {}", envelope.getEmitterPid());
        if (verbose) {
            for (WireRecord wireRecord : envelope.getRecords()) {
                wireRecord.getProperties().forEach((name, value) -> LOG.info("  {} : {}", name, value.getValue()));
            }
        }
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
