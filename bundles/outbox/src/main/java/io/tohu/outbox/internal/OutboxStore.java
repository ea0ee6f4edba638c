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
import io.tohu.outbox.internal.log.QueueClosedException;
import io.tohu.outbox.internal.log.QueueFullException;
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Token;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private boolean released;

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
        try {
            return queue.store(topic, payload, qos, retain, priority);
        } catch (QueueFullException e) {
            throw new KuraStoreCapacityReachedException(e.getMessage());
        } catch (QueueClosedException e) {
            throw closed(e);
        }
    }

    @Override
    public void markAsPublished(int msgId) throws KuraStoreException {
        change(open -> open.published(msgId, null));
    }

    @Override
    public void markAsPublished(int msgId, DataTransportToken token) throws KuraStoreException {
        Token known = token == null ? null : new Token(token.getMessageId(), token.getSessionId());
        change(open -> open.published(msgId, known));
    }

    @Override
    public void markAsConfirmed(int msgId) throws KuraStoreException {
        change(open -> open.confirmed(msgId));
    }

    @Override
    public Optional<StoredMessage> getNextMessage() throws KuraStoreException {
        return ask(DurableQueue::next).map(OutboxStore::toKura);
    }

    @Override
    public Optional<StoredMessage> get(int msgId) throws KuraStoreException {
        return ask(open -> open.get(msgId)).map(OutboxStore::toKura);
    }

    @Override
    public int getMessageCount() throws KuraStoreException {
        return ask(DurableQueue::count);
    }

    @Override
    public List<StoredMessage> getUnpublishedMessages() throws KuraStoreException {
        return toKura(ask(DurableQueue::unpublished));
    }

    @Override
    public List<StoredMessage> getInFlightMessages() throws KuraStoreException {
        return toKura(ask(DurableQueue::inFlight));
    }

    @Override
    public List<StoredMessage> getDroppedMessages() throws KuraStoreException {
        return toKura(ask(DurableQueue::dropped));
    }

    @Override
    public void unpublishAllInFlighMessages() throws KuraStoreException {
        change(DurableQueue::unpublishAll);
    }

    @Override
    public void dropAllInFlightMessages() throws KuraStoreException {
        change(DurableQueue::dropAll);
    }

    @Override
    public void deleteStaleMessages(int purgeAgeSeconds) throws KuraStoreException {
        change(open -> open.purge(purgeAgeSeconds));
    }

    /** {@inheritDoc} Another that has the same queue open is not disturbed. */
    @Override
    public synchronized void close() {
        if (!released) {
            released = true;
            release.run();
        }
    }

    private void change(Consumer<DurableQueue> call) throws KuraStoreException {
        ask(open -> {
            call.accept(open);
            return true;
        });
    }

    private <T> T ask(Function<DurableQueue, T> call) throws KuraStoreException {
        try {
            return call.apply(queue);
        } catch (QueueClosedException e) {
            throw closed(e);
        }
    }

    private static KuraStoreException closed(QueueClosedException cause) {
        return new KuraStoreException(cause, cause.getMessage());
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
