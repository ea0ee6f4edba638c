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

import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Finds wire components by pid and gives each the ports that its service properties ask for. */
@Component(name = "org.eclipse.kura.wire.WireHelperService")
public final class WireHelper implements WireHelperService {

    private final BundleContext context;

    /**
     * @param context used to look wire components up
     */
    @Activate
    public WireHelper(BundleContext context) {
        this.context = context;
    }

    @Override
    public String getPid(WireComponent component) {
        return property(KURA_SERVICE_PID, isService(component));
    }

    @Override
    public String getServicePid(String kuraServicePid) {
        Objects.requireNonNull(kuraServicePid, "Kura service pid");
        return property(SERVICE_PID, reference -> kuraServicePid.equals(reference.getProperty(KURA_SERVICE_PID)));
    }

    @Override
    public String getServicePid(WireComponent component) {
        return property(SERVICE_PID, isService(component));
    }

    @Override
    public boolean isEmitter(String kuraServicePid) {
        return provides(kuraServicePid, WireEmitter.class);
    }

    @Override
    public boolean isReceiver(String kuraServicePid) {
        return provides(kuraServicePid, WireReceiver.class);
    }

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

    private Predicate<ServiceReference<WireComponent>> isService(WireComponent component) {
        Objects.requireNonNull(component, "wire component");
        return reference -> service(reference, component::equals);
    }

    private boolean provides(String kuraServicePid, Class<?> type) {
        Objects.requireNonNull(kuraServicePid, "Kura service pid");
        return references().stream()
                .filter(reference -> kuraServicePid.equals(reference.getProperty(KURA_SERVICE_PID)))
                .anyMatch(reference -> service(reference, type::isInstance));
    }

    private boolean service(ServiceReference<WireComponent> reference, Predicate<WireComponent> test) {
        WireComponent service = context.getService(reference);
        try {
            return service != null && test.test(service);
        } finally {
            context.ungetService(reference);
        }
    }

    private String property(String name, Predicate<ServiceReference<WireComponent>> which) {
        return references().stream()
                .filter(which)
                .map(reference -> String.valueOf(reference.getProperty(name)))
                .findFirst()
                .orElse(null);
    }

    private Collection<ServiceReference<WireComponent>> references() {
        try {
            return context.getServiceReferences(WireComponent.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
