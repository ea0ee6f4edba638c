/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.db;

import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;

/** Messages in memory; what it returns and deletes is what Kura's database returns and deletes. */
final class MemoryMessageStore implements MessageStore {

    private static final Comparator<Entry> BY_URGENCY =
            Comparator.<Entry>comparingInt(entry -> entry.priority).thenComparingInt(entry -> entry.id);

    private final Clock clock;
    private final Map<Integer, Entry> messages = new LinkedHashMap<>();
    private final NavigableSet<Entry> unpublished = new TreeSet<>(BY_URGENCY);
    private int lastId;

    MemoryMessageStore(Clock clock) {
        this.clock = clock;
    }

    private static final class Entry {
        final int id;
        final int priority;
        final int qos;
        final StoredMessage.Builder message;
        Date published;
        Date confirmed;
        Date dropped;

        Entry(int id, int priority, int qos, StoredMessage.Builder message) {
            this.id = id;
            this.priority = priority;
            this.qos = qos;
            this.message = message;
        }

        boolean inFlight() {
            return qos > 0 && published != null && confirmed == null;
        }

        StoredMessage build() {
            return message.withPublishedOn(published)
                    .withConfirmedOn(confirmed)
                    .withDroppedOn(dropped)
                    .build();
        }
    }

    @Override
    public synchronized int store(String topic, byte[] payload, int qos, boolean retain, int priority) {
        lastId++;
        StoredMessage.Builder message = new StoredMessage.Builder(lastId)
                .withTopic(topic)
                .withPayload(payload)
                .withQos(qos)
                .withRetain(retain)
                .withPriority(priority)
                .withCreatedOn(now());
        Entry entry = new Entry(lastId, priority, qos, message);
        messages.put(lastId, entry);
        unpublished.add(entry);
        return lastId;
    }

    @Override
    public synchronized void markAsPublished(int id) {
        Entry entry = messages.get(id);
        if (entry != null) {
            unpublished.remove(entry);
            entry.published = now();
        }
    }

    @Override
    public synchronized void markAsPublished(int id, DataTransportToken token) {
        Entry entry = messages.get(id);
        if (entry != null) {
            entry.message.withDataTransportToken(token);
            markAsPublished(id);
        }
    }

    @Override
    public synchronized void markAsConfirmed(int id) {
        Entry entry = messages.get(id);
        if (entry != null) {
            entry.confirmed = now();
        }
    }

    @Override
    public synchronized Optional<StoredMessage> getNextMessage() {
        return unpublished.isEmpty()
                ? Optional.empty()
                : Optional.of(unpublished.first().build());
    }

    @Override
    public synchronized Optional<StoredMessage> get(int id) {
        return Optional.ofNullable(messages.get(id)).map(Entry::build);
    }

    @Override
    public synchronized int getMessageCount() {
        return messages.size();
    }

    @Override
    public synchronized List<StoredMessage> getUnpublishedMessages() {
        return unpublished.stream().map(Entry::build).toList();
    }

    @Override
    public synchronized List<StoredMessage> getInFlightMessages() {
        return all(entry -> entry.inFlight() && entry.dropped == null)
                .map(Entry::build)
                .toList();
    }

    @Override
    public synchronized List<StoredMessage> getDroppedMessages() {
        return all(entry -> entry.dropped != null).map(Entry::build).toList();
    }

    @Override
    public synchronized void unpublishAllInFlighMessages() {
        all(Entry::inFlight).forEach(entry -> {
            entry.published = null;
            unpublished.add(entry);
        });
    }

    @Override
    public synchronized void dropAllInFlightMessages() {
        all(Entry::inFlight).forEach(entry -> entry.dropped = now());
    }

    @Override
    public synchronized void deleteStaleMessages(int purgeAgeSeconds) {
        Date limit = new Date(clock.millis() - purgeAgeSeconds * 1000L);
        messages.values()
                .removeIf(entry -> isOld(entry.dropped, limit)
                        || isOld(entry.confirmed, limit)
                        || (entry.qos == 0 && isOld(entry.published, limit)));
        unpublished.removeIf(entry -> !messages.containsKey(entry.id));
    }

    private static boolean isOld(Date date, Date limit) {
        return date != null && !date.after(limit);
    }

    @Override
    public void close() {
        // The provider keeps the messages, as a database in memory does.
    }

    private Stream<Entry> all(Predicate<Entry> which) {
        return List.copyOf(messages.values()).stream().filter(which);
    }

    private Date now() {
        return new Date(clock.millis());
    }
}
