/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Finds the message store by its name, which is all that Kura goes by, and tells the queue when it comes and goes. */
final class StoreTracker implements ServiceTrackerCustomizer<MessageStoreProvider, MessageStoreProvider> {

    private final BundleContext context;
    private final KuraDataService queue;
    private String pid;
    private ServiceTracker<MessageStoreProvider, MessageStoreProvider> tracker;

    StoreTracker(BundleContext context, KuraDataService queue) {
        this.context = context;
        this.queue = queue;
    }

    void follow(String storePid) {
        close();
        pid = storePid;
        if (context == null) {
            return;
        }
        tracker = new ServiceTracker<>(context, MessageStoreProvider.class, this);
        tracker.open();
    }

    void close() {
        if (tracker != null) {
            tracker.close();
            tracker = null;
        }
    }

    @Override
    public MessageStoreProvider addingService(ServiceReference<MessageStoreProvider> reference) {
        if (!pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
            return null;
        }
        MessageStoreProvider provider = context.getService(reference);
        if (provider != null) {
            queue.setStore(provider);
        }
        return provider;
    }

    @Override
    public void modifiedService(ServiceReference<MessageStoreProvider> reference, MessageStoreProvider provider) {
        // As in Kura, the store goes on.
    }

    @Override
    public void removedService(ServiceReference<MessageStoreProvider> reference, MessageStoreProvider provider) {
        queue.unsetStore();
        context.ungetService(reference);
    }
}
