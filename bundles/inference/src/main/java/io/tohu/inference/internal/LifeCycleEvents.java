/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import io.tohu.inference.ModelStatus;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Posts each change of a version's state as an event: topic {@value #TOPIC} and the state's name, with the properties
 * {@code name}, {@code version}, {@code state}, {@code reason} and {@code origin}.
 */
final class LifeCycleEvents implements LifeCycleListener, AutoCloseable {

    static final String TOPIC = "io/tohu/model/";

    private final ServiceTracker<EventAdmin, EventAdmin> events;

    LifeCycleEvents(BundleContext context) {
        events = new ServiceTracker<>(context, EventAdmin.class, null);
        events.open();
    }

    @Override
    public void changed(ModelStatus status) {
        EventAdmin admin = events.getService();
        if (admin != null) {
            admin.postEvent(new Event(
                    TOPIC + status.state(),
                    Map.of(
                            "name", status.name(),
                            "version", status.version(),
                            "state", status.state().name(),
                            "reason", status.reason(),
                            "origin", status.origin())));
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
