/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, once the packages are there, which components of the snapshot wait for a factory that nobody offers. Kura says
 * nothing then, and such a component waits for ever.
 */
final class BootReport implements EventHandler, FrameworkListener {

    /** Posted by the deployment agent after the last package of a boot. */
    static final String TOPIC = "io/tohu/kura/deployment/agent/REPLAYED";

    private static final Logger LOG = LoggerFactory.getLogger(BootReport.class);

    private final BundleContext context;
    private final Configurations configurations;
    private final ServiceComponentRuntime components;
    private final Snapshots snapshots;
    private ServiceRegistration<EventHandler> registration;
    private boolean defined;
    private boolean replayed;
    private boolean started;

    BootReport(
            BundleContext context,
            Configurations configurations,
            ServiceComponentRuntime components,
            Snapshots snapshots) {
        this.context = context;
        this.configurations = configurations;
        this.components = components;
        this.snapshots = snapshots;
    }

    synchronized void open() {
        context.addFrameworkListener(this);
        started = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE;
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, TOPIC);
        registration = context.registerService(EventHandler.class, this, properties);
    }

    void close() {
        registration.unregister();
        context.removeFrameworkListener(this);
    }

    /** The definitions of all bundles of now are known. */
    synchronized void definitionsAreIn() {
        defined = true;
        report();
    }

    /** The agent may be quicker than this service: it starts as soon as the snapshot has its configuration. */
    @Override
    public synchronized void handleEvent(Event event) {
        replayed = true;
        report();
    }

    /** Packages that were installed below their start level start only now. */
    @Override
    public synchronized void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            started = true;
            report();
        }
    }

    private void report() {
        if (!defined || !replayed || !started) {
            return;
        }
        Set<String> offered = new HashSet<>(configurations.factories());
        for (ComponentDescriptionDTO each : components.getComponentDescriptionDTOs()) {
            offered.addAll(List.of(each.configurationPid));
        }
        LOG.info("All packages of this boot are in");
        configurations
                .waiting(offered)
                .forEach((factoryPid, pids) -> LOG.error(
                        "{}: no bundle offers the factory '{}' of {}; they start when one does. Correct the name or install"
                                + " the package",
                        snapshots.newestName(),
                        factoryPid,
                        pids));
    }
}
