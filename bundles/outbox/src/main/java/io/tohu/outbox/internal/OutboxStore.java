/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.QueueFullException;
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Token;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;

/**
 * A queue as Kura's data service knows it.
 *
 * <p>Kura breaks the connection at every exception of a store but one: so a message that is not taken is always told as
 * reached capacity, and nothing else throws while the store is open.
 */
final class OutboxStore implements MessageStore {

    private final DurableQueue queue;
    private final Runnable release;
    private volatile boolean closed;

    /** @param release called once, when this is closed */
    OutboxStore(DurableQueue queue, Runnable release) {
        this.queue = queue;
        this.release = release;
    }

    /** {@inheritDoc} A message without a topic cannot be sent and is a mistake of the caller, not of the store. */
    @Override
    public int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        if (topic == null || topic.isBlank()) {
            throw new IllegalArgumentException("a message needs a topic");
        }
        DurableQueue open = open();
        try {
            return open.store(topic, payload, qos, retain, priority);
        } catch (QueueFullException e) {
            KuraStoreCapacityReachedException refusal = new KuraStoreCapacityReachedException(e.getMessage());
            throw refusal;
        }
    }

    @Override
    public void markAsPublished(int msgId) throws KuraStoreException {
        open().published(msgId, null);
    }

    @Override
    public void markAsPublished(int msgId, DataTransportToken token) throws KuraStoreException {
        open().published(msgId, token == null ? null : new Token(token.getMessageId(), token.getSessionId()));
    }

    @Override
    public void markAsConfirmed(int msgId) throws KuraStoreException {
        open().confirmed(msgId);
    }

    @Override
    public Optional<StoredMessage> getNextMessage() throws KuraStoreException {
        return open().next().map(OutboxStore::toKura);
    }

    @Override
    public Optional<StoredMessage> get(int msgId) throws KuraStoreException {
        return open().get(msgId).map(OutboxStore::toKura);
    }

    @Override
    public int getMessageCount() throws KuraStoreException {
        return open().count();
    }

    @Override
    public List<StoredMessage> getUnpublishedMessages() throws KuraStoreException {
        return toKura(open().unpublished());
    }

    @Override
    public List<StoredMessage> getInFlightMessages() throws KuraStoreException {
        return toKura(open().inFlight());
    }

    @Override
    public List<StoredMessage> getDroppedMessages() throws KuraStoreException {
        return toKura(open().dropped());
    }

    @Override
    public void unpublishAllInFlighMessages() throws KuraStoreException {
        open().unpublishAll();
    }

    @Override
    public void dropAllInFlightMessages() throws KuraStoreException {
        open().dropAll();
    }

    @Override
    public void deleteStaleMessages(int purgeAgeSeconds) throws KuraStoreException {
        open().purge(purgeAgeSeconds);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release.run();
        }
    }

    private DurableQueue open() throws KuraStoreException {
        if (closed) {
            throw new KuraStoreException("this message store is closed");
        }
        return queue;
    }

    private static List<StoredMessage> toKura(List<StoredView> views) {
        return views.stream().map(OutboxStore::toKura).toList();
    }

    private static StoredMessage toKura(StoredView view) {
        return new StoredMessage.Builder(view.message().id())
                .withTopic(view.message().topic())
                .withPayload(view.message().payload())
                .withQos(view.message().qos())
                .withRetain(view.message().retain())
                .withPriority(view.message().priority())
                .withCreatedOn(new Date(view.message().created()))
                .withPublishedOn(date(view.published()))
                .withConfirmedOn(date(view.confirmed()))
                .withDroppedOn(date(view.dropped()))
                .withDataTransportToken(
                        view.token() == null
                                ? null
                                : new DataTransportToken(
                                        view.token().number(), view.token().session()))
                .build();
    }

    private static Date date(OptionalLong millis) {
        return millis.isPresent() ? new Date(millis.getAsLong()) : null;
    }
}
