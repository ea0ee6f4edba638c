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

import java.io.IOException;
import java.nio.ByteBuffer;

/** The way of a message into the queue: onto disk, or into memory while the disk fails, or refused. */
final class Intake {

    private final Core core;
    private final Writer writer;
    private final Schedule schedule;
    private final Reclaimer reclaimer;
    private final FullPolicy policy;

    Intake(Core core, Writer writer, Schedule schedule, Reclaimer reclaimer, FullPolicy policy) {
        this.core = core;
        this.writer = writer;
        this.schedule = schedule;
        this.reclaimer = reclaimer;
        this.policy = policy;
    }

    /**
     * Takes a message and returns when it is as safe as the settings ask. Called without the lock.
     *
     * @return its identifier
     */
    int take(String topic, byte[] payload, int qos, boolean retain, int priority) throws QueueFullException {
        ByteBuffer record;
        long position;
        long sequence;
        boolean flush;
        core.lock.lock();
        try {
            core.requireOpen();
            record = record(topic, payload, qos, retain, priority);
            policy.admit(priority, record.limit());
            position = place(record, priority);
            core.ledger.add(record, position);
            sequence = core.log == null ? 0 : core.log.sequence();
            flush = position != MemoryRecords.POSITION
                    && schedule.appended(core.settings.flush().millis(priority));
        } finally {
            core.lock.unlock();
        }
        if (flush) {
            flush(record, position, sequence);
        }
        return MessageFormat.id(record, 0);
    }

    /** The record of a new message. Called with the lock held. */
    private ByteBuffer record(String topic, byte[] payload, int qos, boolean retain, int priority) {
        return core.format.write(new Message(
                core.ids.take(core.ledger),
                core.ids.takeOrder(),
                core.clock.wall(),
                core.clock.now(),
                topic,
                payload,
                qos,
                retain,
                priority));
    }

    /** Adds a message of the queue itself, which is flushed with the next. Called with the lock held. */
    void addOwn(String topic, byte[] payload, int priority) throws QueueFullException {
        ByteBuffer record = record(topic, payload, 1, false, priority);
        core.ledger.add(record, place(record, priority));
    }

    private long place(ByteBuffer record, int priority) throws QueueFullException {
        if (core.isWritable()) {
            try {
                long position = writer.append(record, core.settings.flush().millis(priority) == 0);
                if (writer.hasRolled() && !core.growing) {
                    reclaimer.freeOldest();
                }
                return position;
            } catch (IOException e) {
                writer.fail(e);
                schedule.failed();
            }
        }
        keep(record, priority);
        return MemoryRecords.POSITION;
    }

    private void keep(ByteBuffer record, int priority) throws QueueFullException {
        boolean important = priority <= core.settings.memoryPriority();
        if (!important || !core.memory.put(MessageFormat.id(record, 0), record, core.settings)) {
            policy.count(priority, record.limit());
            throw new QueueFullException("Outbox keeps only " + core.settings.memoryMessages()
                    + " messages of priority " + core.settings.memoryPriority() + " and more important ones while "
                    + core.health.trouble());
        }
    }

    /** When the flush fails the message is kept in memory, or not taken after all. */
    private void flush(ByteBuffer record, long position, long sequence) throws QueueFullException {
        try {
            writer.flush(sequence);
        } catch (IOException e) {
            core.lock.lock();
            try {
                schedule.failed();
                fallBack(record, position);
            } finally {
                core.lock.unlock();
            }
        }
    }

    private void fallBack(ByteBuffer record, long position) throws QueueFullException {
        int id = MessageFormat.id(record, 0);
        int slot = core.ledger.slot(id);
        boolean savedElsewhere = slot == Slots.NONE || core.ledger.slots().position(slot) != position;
        if (savedElsewhere) {
            return;
        }
        try {
            keep(record, core.ledger.priority(slot));
            core.ledger.move(slot, MemoryRecords.POSITION);
        } catch (QueueFullException e) {
            core.ledger.remove(id);
            core.marks.removed(id);
            throw e;
        }
    }
}
