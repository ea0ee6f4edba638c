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
final class StoreState {

    private static final Logger LOG = LoggerFactory.getLogger(StoreState.class);
    private static final long LONGEST_CLEAN_UP_SECONDS = 30;

    private final MessageStoreProvider provider;
    private final String name;
    private final TimeUnit unit;
    private MessageStore store;
    private ScheduledExecutorService housekeeper;

    /**
     * @param name of the queue, which is also the store's
     * @param unit of the housekeeper's interval; Kura's is seconds
     */
    StoreState(MessageStoreProvider provider, String name, TimeUnit unit) {
        this.provider = provider;
        this.name = name;
        this.unit = unit;
    }

    MessageStoreProvider provider() {
        return provider;
    }

    /** Closes the store, which is opened again when needed, and starts cleaning up as is configured. */
    synchronized void configure(DataServiceConfig config) {
        close();
        housekeeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeper-" + name));
        int purgeAge = config.store_purge$_$age();
        housekeeper.scheduleWithFixedDelay(() -> cleanUp(purgeAge), 1, config.store_housekeeper$_$interval(), unit);
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

    /** Ends the clean-up, lets one that is running finish, and closes the store. */
    synchronized void close() {
        if (housekeeper != null) {
            housekeeper.shutdown();
            try {
                housekeeper.awaitTermination(LONGEST_CLEAN_UP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            housekeeper = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
