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

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The message store of one provider: opened when it is first needed, cleaned up now and then, closed at the end. */
final class OpenStore {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

    private final MessageStoreProvider provider;
    private final String name;
    private MessageStore store;
    private ScheduledExecutorService housekeeper;

    OpenStore(MessageStoreProvider provider, String name) {
        this.provider = provider;
        this.name = name;
    }

    MessageStoreProvider provider() {
        return provider;
    }

    /** Closes the store, which is opened again when needed, and starts cleaning up as the options say. */
    synchronized void configure(DataServiceOptions options) {
        close();
        housekeeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeper-" + name));
        housekeeper.scheduleWithFixedDelay(
                () -> cleanUp(options.purgeAgeSeconds()), 1, options.housekeeperSeconds(), TimeUnit.SECONDS);
    }

    private void cleanUp(int purgeAgeSeconds) {
        try {
            store().deleteStaleMessages(purgeAgeSeconds);
        } catch (KuraStoreException | RuntimeException e) {
            LOG.warn("Confirmed messages stay in the store until the next clean-up: {}", e.toString());
        }
    }

    /** @return the store, opened if it is not */
    synchronized MessageStore store() throws KuraStoreException {
        if (store == null) {
            store = provider.openMessageStore(name);
        }
        return store;
    }

    /** Closes the store and ends the clean-up. */
    void close() {
        ScheduledExecutorService ending;
        synchronized (this) {
            ending = housekeeper;
            housekeeper = null;
        }
        if (ending != null) {
            ending.shutdownNow();
        }
        synchronized (this) {
            if (store != null) {
                store.close();
                store = null;
            }
        }
    }
}
