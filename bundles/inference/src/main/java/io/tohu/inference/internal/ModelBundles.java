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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Takes up model bundles when they are started, in whatever order they come.
 *
 * <p>A model goes when its bundle is uninstalled, not when it is stopped: the upgrade of a package stops, updates and
 * starts every bundle, and a line must not be without its detector meanwhile. What the updated bundle brings replaces
 * the model in one step; when it is refused, or never resolves, the former model goes on.
 */
final class ModelBundles implements BundleTrackerCustomizer<Long> {

    private static final int ANY_INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
    private static final int STARTED = Bundle.STARTING | Bundle.ACTIVE;

    private final ModelCatalog catalog;
    private final BundleTracker<Long> tracker;
    /** When each bundle that was taken up had last been changed. */
    private final Map<Long, Long> taken = new HashMap<>();

    ModelBundles(BundleContext context, ModelCatalog catalog) {
        this.catalog = catalog;
        this.tracker = new BundleTracker<>(context, ANY_INSTALLED, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        consider(bundle);
        return bundle.getBundleId();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        consider(bundle);
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        synchronized (taken) {
            // Also called for every bundle when the tracker is closed: what is installed stays taken up.
            if (taken.remove(id) != null && bundle.getState() == Bundle.UNINSTALLED) {
                catalog.withdraw(key(bundle));
            }
        }
    }

    private void consider(Bundle bundle) {
        if ((bundle.getState() & STARTED) == 0) {
            return;
        }
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return;
        }
        List<BundleCapability> capabilities = wiring.getCapabilities(BundleModelSource.NAMESPACE);
        synchronized (taken) {
            Long id = bundle.getBundleId();
            Long changed = bundle.getLastModified();
            if (capabilities.isEmpty()) {
                if (taken.remove(id) != null) {
                    catalog.withdraw(key(bundle));
                }
            } else if (!changed.equals(taken.put(id, changed))) {
                catalog.offer(key(bundle), new BundleModelSource(bundle, capabilities.get(0)));
            }
        }
    }

    /** A bundle's location outlives a restart, which gives it another id. */
    private static String key(Bundle bundle) {
        return "bundle:" + bundle.getLocation();
    }
}
