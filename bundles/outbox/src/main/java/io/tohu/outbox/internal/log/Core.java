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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/** What the parts of a queue share, under one lock: the log when there is one, the ledger, and what is not yet written. */
final class Core implements Ledger.Places {

    final ReentrantLock lock = new ReentrantLock();
    final Time time;
    final Health health;
    final MarkWriter marks = new MarkWriter();
    final MemoryRecords memory = new MemoryRecords();

    QueueSettings settings;
    Ledger ledger = new Ledger(this);
    Disk disk;
    SegmentLog log;
    Closeable hold;
    MessageFormat format;
    Ids ids;
    AgeClock clock;
    Drops drops = Drops.NONE;
    boolean closed;
    boolean dropsToWrite;
    long lastDrop;
    Checkpoint previous = new Checkpoint(1, 1, 1, 0, 0, 0, Drops.NONE);

    /** Whether the next segment may be a new file; otherwise the queue lives with the disk space it has. */
    boolean growing = true;

    /** Segments whose writing failed: what was not flushed of them is to be written anew. */
    final List<Segment> suspects = new ArrayList<>();

    Core(String name, QueueSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
        this.health = new Health(name);
        clock = new AgeClock(time, 1, 0);
        format = new MessageFormat(new Compression(settings.compressFrom()), null, false);
        // until a log is open nobody knows which identifiers it holds: from another range, and from anywhere in it
        ids = new Ids(ThreadLocalRandom.current().nextInt(Ids.LAST + 1, Integer.MAX_VALUE), 1);
    }

    void requireOpen() {
        if (closed) {
            throw new QueueClosedException();
        }
    }

    /** Whether records can be written. */
    boolean isWritable() {
        return log != null && health.isWritable();
    }

    @Override
    public void taken(long position, int length) {
        if (position != MemoryRecords.POSITION) {
            log.taken(position, length);
        }
    }

    @Override
    public void left(long position, int id, int length) {
        if (position == MemoryRecords.POSITION) {
            memory.remove(id);
        } else {
            log.left(position, id, length);
        }
    }

    /** When a message was stored, by the age clock; what cannot be read is as old as now. */
    long stored(int slot) {
        try {
            return MessageFormat.age(record(slot), 0);
        } catch (IOException e) {
            return clock.now();
        }
    }

    void close() {
        if (log != null) {
            log.close();
            log = null;
        }
        if (hold != null) {
            try {
                hold.close();
            } catch (IOException e) {
                health.warn("its lock is not given back: {}", e.getMessage());
            }
            hold = null;
        }
    }

    /** The record of a message, from memory or from disk. */
    ByteBuffer record(int slot) throws IOException {
        long position = ledger.slots().position(slot);
        return position == MemoryRecords.POSITION
                ? memory.get(ledger.slots().id(slot)).duplicate().rewind()
                : log.read(position, ledger.slots().length(slot));
    }
}
