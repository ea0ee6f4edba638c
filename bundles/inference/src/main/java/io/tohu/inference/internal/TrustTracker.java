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

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Has the trust bundle judge models while it is there, and asks it again about refused ones when its trust changes. It
 * is known by name, for this bundle works without it. A verifier that goes is asked on: trust must not end with a stop.
 */
final class TrustTracker implements ServiceTrackerCustomizer<Object, Object>, AutoCloseable {

    private static final String VERIFIER = "io.tohu.trust.OriginVerifier";

    private final BundleContext context;
    private final ModelCatalog catalog;
    private final ServiceTracker<Object, Object> tracker;

    TrustTracker(BundleContext context, ModelCatalog catalog) {
        this.context = context;
        this.catalog = catalog;
        this.tracker = new ServiceTracker<>(context, VERIFIER, this);
    }

    void open() {
        tracker.open();
    }

    @Override
    public Object addingService(ServiceReference<Object> reference) {
        Object verifier = context.getService(reference);
        if (verifier != null) {
            catalog.signatures(new TrustGate(verifier));
            catalog.askAgain();
        }
        return verifier;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Object verifier) {
        catalog.askAgain();
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object verifier) {
        context.ungetService(reference);
    }

    @Override
    public void close() {
        tracker.close();
    }
}
