/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Which messages there are and what has become of them: the state that the log writes down, without any file.
 *
 * <p>The same calls make it while the store runs and when the log is read again, so that both come to the same.
 */
final class Ledger {

    /** What a message is: queued, sent and not confirmed, or one of four ends. */
    enum State {
        QUEUED,
        IN_FLIGHT,
        SENT,
        CONFIRMED,
        DROPPED,
        UNREADABLE
    }

    /** Is told where on disk messages begin and cease to be needed. */
    interface Places {

        void taken(long position, int length);

        void left(long position, int id, int length);
    }

    /** The least priority that is told apart from smaller ones. */
    static final int LEAST_PRIORITY = (1 << 24) - 1;

    private static final State[] STATES = State.values();
    private static final int STATE_BITS = 3;

    private final Slots slots = new Slots();
    private final IdMap ids = new IdMap(slots);
    private final TreeMap<Integer, Chain> queues = new TreeMap<>();
    private final Chain inFlight = new Chain(slots);
    private final Chain finished = new Chain(slots);
    private final Chain unreadable = new Chain(slots);
    private final Map<Integer, Token> tokens = new HashMap<>();
    private final Places places;
    private long bytes;

    Ledger(Places places) {
        this.places = places;
    }

    /** Adds the message of a record that begins its buffer. */
    void add(ByteBuffer record, long position) {
        add(record, 0, position, record.limit());
    }

    /** Adds the message of a record, or gives a known one another place on disk. */
    void add(ByteBuffer buffer, int at, long position, int length) {
        int id = MessageFormat.id(buffer, at);
        int slot = ids.get(id);
        if (slot != Slots.NONE) {
            move(slot, position);
            return;
        }
        slot = slots.allocate();
        slots.id(slot, id);
        slots.order(slot, MessageFormat.order(buffer, at));
        slots.position(slot, position);
        slots.length(slot, length);
        slots.published(slot, 0);
        slots.finished(slot, 0);
        slots.traits(slot, traits(buffer, at));
        ids.put(slot);
        bytes += length;
        places.taken(position, length);
        queue(priority(slot)).insertByOrder(slot);
    }

    private static int traits(ByteBuffer buffer, int at) {
        return Math.min(MessageFormat.priority(buffer, at), LEAST_PRIORITY) << 8
                | (MessageFormat.retain(buffer, at) ? 32 : 0)
                | (MessageFormat.qos(buffer, at) & 3) << STATE_BITS;
    }

    void move(int slot, long position) {
        places.left(slots.position(slot), slots.id(slot), slots.length(slot));
        slots.position(slot, position);
        places.taken(position, slots.length(slot));
    }

    void published(int id, Token token, long age) {
        int slot = ids.get(id);
        if (slot == Slots.NONE) {
            return;
        }
        slots.published(slot, age);
        if (state(slot) == State.QUEUED && qos(slot) == 0) {
            finish(slot, State.SENT, age);
        } else if (state(slot) == State.QUEUED || state(slot) == State.IN_FLIGHT) {
            if (state(slot) == State.QUEUED) {
                transfer(slot, State.IN_FLIGHT);
            }
            if (token != null) {
                tokens.put(id, token);
            }
        }
    }

    /** A confirmation may come before the mark of what it confirms. */
    void confirmed(int id, long age) {
        int slot = ids.get(id);
        if (slot != Slots.NONE && (state(slot) == State.QUEUED || state(slot) == State.IN_FLIGHT)) {
            finish(slot, State.CONFIRMED, age);
        }
    }

    private void finish(int slot, State state, long age) {
        slots.finished(slot, age);
        tokens.remove(slots.id(slot));
        transfer(slot, state);
    }

    void unpublishAll() {
        inFlight.forEach(slot -> {
            slots.published(slot, 0);
            tokens.remove(slots.id(slot));
            transfer(slot, State.QUEUED);
        });
    }

    /** Says of one message what {@link #dropAll(long)} says of all. */
    void dropped(int id, long age) {
        int slot = ids.get(id);
        if (slot != Slots.NONE && (state(slot) == State.QUEUED || state(slot) == State.IN_FLIGHT)) {
            finish(slot, State.DROPPED, age);
        }
    }

    void dropAll(long age) {
        inFlight.forEach(slot -> finish(slot, State.DROPPED, age));
    }

    /** Forgets what has been done with since an instant or longer. They were done with in the order of the chain. */
    void purge(long horizon) {
        while (finished.head() != Slots.NONE && slots.finished(finished.head()) <= horizon) {
            removeSlot(finished.head());
        }
    }

    /** Takes a message out of the queue whose text cannot be read; it is neither sent nor forgotten. */
    void setAside(int slot) {
        transfer(slot, State.UNREADABLE);
    }

    void remove(int id) {
        int slot = ids.get(id);
        if (slot != Slots.NONE) {
            removeSlot(slot);
        }
    }

    private void removeSlot(int slot) {
        chain(slot).remove(slot);
        dropEmptyQueue(slot);
        tokens.remove(slots.id(slot));
        places.left(slots.position(slot), slots.id(slot), slots.length(slot));
        bytes -= slots.length(slot);
        ids.remove(slot);
        slots.free(slot);
    }

    private void transfer(int slot, State to) {
        chain(slot).remove(slot);
        dropEmptyQueue(slot);
        slots.traits(slot, slots.traits(slot) & -1 << STATE_BITS | to.ordinal());
        if (to == State.QUEUED) {
            queue(priority(slot)).insertByOrder(slot);
        } else {
            chain(slot).append(slot);
        }
    }

    private Chain chain(int slot) {
        return switch (state(slot)) {
            case QUEUED -> queue(priority(slot));
            case IN_FLIGHT -> inFlight;
            case UNREADABLE -> unreadable;
            case SENT, CONFIRMED, DROPPED -> finished;
        };
    }

    private Chain queue(int priority) {
        return queues.computeIfAbsent(priority, key -> new Chain(slots));
    }

    private void dropEmptyQueue(int slot) {
        if (state(slot) == State.QUEUED && queue(priority(slot)).count() == 0) {
            queues.remove(priority(slot));
        }
    }

    int slot(int id) {
        return ids.get(id);
    }

    /** The oldest of the most important messages that wait, or {@link Slots#NONE}. */
    int next() {
        return queues.isEmpty() ? Slots.NONE : queues.firstEntry().getValue().head();
    }

    /** The oldest of the least important messages that wait, or {@link Slots#NONE}. */
    int least() {
        return queues.isEmpty() ? Slots.NONE : queues.lastEntry().getValue().head();
    }

    /** Slot of the message that has been done with for the longest, or {@link Slots#NONE}. */
    int oldestFinished() {
        return finished.head();
    }

    /** Waiting messages by priority, most important first. */
    Map<Integer, Chain> queues() {
        return queues;
    }

    void forEachQueued(IntConsumer action) {
        queues.values().forEach(queue -> queue.forEach(action));
    }

    void forEachInFlight(IntConsumer action) {
        inFlight.forEach(action);
    }

    void forEachDropped(IntConsumer action) {
        finished.forEach(slot -> {
            if (state(slot) == State.DROPPED) {
                action.accept(slot);
            }
        });
    }

    /** Identifiers of the messages that are in a segment: a look at every message. */
    int[] idsIn(int segment) {
        return ids.slots()
                .filter(slot -> slots.position(slot) != MemoryRecords.POSITION
                        && SegmentLog.segment(slots.position(slot)) == segment)
                .map(slots::id)
                .toArray();
    }

    int count() {
        return slots.used();
    }

    int inFlightCount() {
        return inFlight.count();
    }

    int unreadableCount() {
        return unreadable.count();
    }

    /** What all messages take on disk. */
    long bytes() {
        return bytes;
    }

    /** Memory that is taken, in bytes. */
    long memory() {
        return slots.bytes() + ids.bytes();
    }

    Token token(int slot) {
        return tokens.get(slots.id(slot));
    }

    State state(int slot) {
        return STATES[slots.traits(slot) & (1 << STATE_BITS) - 1];
    }

    int qos(int slot) {
        return slots.traits(slot) >>> STATE_BITS & 3;
    }

    boolean retain(int slot) {
        return (slots.traits(slot) & 32) != 0;
    }

    int priority(int slot) {
        return slots.traits(slot) >>> 8;
    }

    /** The columns: identifier, order, place, times. */
    Slots slots() {
        return slots;
    }
}
