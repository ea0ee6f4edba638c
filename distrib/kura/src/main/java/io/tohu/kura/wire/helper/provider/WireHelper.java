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

import static org.eclipse.kura.configuration.ConfigurationService.KURA_SERVICE_PID;
import static org.eclipse.kura.wire.graph.Constants.EMITTER_PORT_COUNT_PROP_NAME;
import static org.eclipse.kura.wire.graph.Constants.RECEIVER_PORT_COUNT_PROP_NAME;
import static org.osgi.framework.Constants.SERVICE_PID;

import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;

/** Gives each wire component the ports that its service properties ask for. */
@Component(name = "org.eclipse.kura.wire.WireHelperService")
public final class WireHelper implements WireHelperService {

    /**
     * {@inheritDoc}
     *
     * <p>The number of ports comes from the properties {@code receiver.port.count} and {@code emitter.port.count} of the
     * reference; where they are absent, a receiver and an emitter have one port each.
     */
    @Override
    public WireSupport newWireSupport(WireComponent component, ServiceReference<WireComponent> reference) {
        if (reference == null) {
            return null;
        }
        if (!(reference.getProperty(SERVICE_PID) instanceof String servicePid)) {
            throw new IllegalArgumentException("The service pid of " + reference.getProperty(KURA_SERVICE_PID)
                    + " must be one string, but is " + reference.getProperty(SERVICE_PID));
        }
        return new WirePorts(
                component,
                servicePid,
                count(reference, RECEIVER_PORT_COUNT_PROP_NAME.value(), component instanceof WireReceiver),
                count(reference, EMITTER_PORT_COUNT_PROP_NAME.value(), component instanceof WireEmitter));
    }

    private static int count(ServiceReference<WireComponent> reference, String property, boolean oneByDefault) {
        return reference.getProperty(property) instanceof Integer count ? count : oneByDefault ? 1 : 0;
    }
}
