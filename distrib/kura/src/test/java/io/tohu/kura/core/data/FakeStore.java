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

import io.tohu.kura.core.db.MemoryStores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;

/** A store that can be made to fail and that tells how it is used. */
final class FakeStore implements MessageStoreProvider, MessageStore {

    final AtomicInteger callersInside = new AtomicInteger();
    final AtomicInteger mostCallersInside = new AtomicInteger();
    volatile boolean fails;
    volatile boolean cannotMark;
    volatile boolean doesNotOpen;
    final List<String> used = new CopyOnWriteArrayList<>();
    final Set<ConnectionListener> listeners = new CopyOnWriteArraySet<>();
    volatile CountDownLatch cleaning = new CountDownLatch(0);
    private final MessageStore messages = MemoryStores.create();

    @Override
    public MessageStore openMessageStore(String name) throws KuraStoreException {
        used.add("open " + name);
        if (doesNotOpen) {
            throw new KuraStoreException("locked");
        }
        return this;
    }

    @Override
    public int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        check();
        int id = messages.store(topic, payload, qos, retain, priority);
        callersInside.decrementAndGet();
        return id;
    }

    @Override
    public int getMessageCount() throws KuraStoreException {
        mostCallersInside.accumulateAndGet(callersInside.incrementAndGet(), Math::max);
        Thread.yield();
        return messages.getMessageCount();
    }

    private void check() throws KuraStoreException {
        if (fails) {
            throw new KuraStoreException("disk full");
        }
    }

    @Override
    public void markAsPublished(int id) throws KuraStoreException {
        messages.markAsPublished(id);
    }

    @Override
    public void markAsPublished(int id, DataTransportToken token) throws KuraStoreException {
        if (cannotMark) {
            throw new KuraStoreException("disk full");
        }
        messages.markAsPublished(id, token);
    }

    @Override
    public void markAsConfirmed(int id) throws KuraStoreException {
        messages.markAsConfirmed(id);
    }

    @Override
    public Optional<StoredMessage> getNextMessage() throws KuraStoreException {
        return messages.getNextMessage();
    }

    @Override
    public Optional<StoredMessage> get(int id) throws KuraStoreException {
        return messages.get(id);
    }

    @Override
    public List<StoredMessage> getUnpublishedMessages() throws KuraStoreException {
        return messages.getUnpublishedMessages();
    }

    @Override
    public List<StoredMessage> getInFlightMessages() throws KuraStoreException {
        return messages.getInFlightMessages();
    }

    @Override
    public List<StoredMessage> getDroppedMessages() throws KuraStoreException {
        return messages.getDroppedMessages();
    }

    @Override
    public void unpublishAllInFlighMessages() throws KuraStoreException {
        used.add("unpublish");
        messages.unpublishAllInFlighMessages();
    }

    @Override
    public void dropAllInFlightMessages() throws KuraStoreException {
        used.add("drop");
        messages.dropAllInFlightMessages();
    }

    @Override
    public void deleteStaleMessages(int purgeAgeSeconds) throws KuraStoreException {
        used.add("clean " + purgeAgeSeconds);
        try {
            cleaning.await();
        } catch (InterruptedException e) {
            used.add("interrupted");
        }
        messages.deleteStaleMessages(purgeAgeSeconds);
    }

    @Override
    public void close() {
        used.add("close");
        messages.close();
    }

    @Override
    public void addListener(ConnectionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ConnectionListener listener) {
        listeners.remove(listener);
    }
}
