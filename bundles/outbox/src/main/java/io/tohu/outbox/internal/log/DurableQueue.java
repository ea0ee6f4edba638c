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

import io.tohu.outbox.OutboxStatus;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A queue of messages on disk, most important first, then oldest first.
 *
 * <p>What {@link #store} has returned outlasts a power cut (or the interval that {@link FlushPolicy} states). What
 * becomes of a message afterwards is written a little later: after a crash up to {@value #UNSAFE_MARKS} messages that
 * were confirmed are there again, never fewer than were stored. When the disk fails the most important messages are kept
 * in memory and nothing throws but {@link QueueFullException}; {@link #tick} finds out when it works again.
 *
 * <p>For any number of threads.
 */
public final class DurableQueue implements Closeable {

    /** Marks that may be lost in a crash, and so the messages that may be sent again besides those in flight. */
    public static final int UNSAFE_MARKS = 512;

    /** Messages that may wait for an interval flush; fewer than {@link Recovery#GAP}. */
    private static final int UNFLUSHED_MESSAGES = 8192;

    private static final long MARK_MILLIS = 500;
    private static final long RETRY_MILLIS = 5_000;
    private static final int COPY_BUDGET = 256 * 1024;

    private final Core core;
    private final Writer writer;
    private final Reader reader;
    private final Reclaimer reclaimer;
    private final FullPolicy policy;
    private final Revival revival;
    private final DropReport report;
    private final Latencies latencies = new Latencies();
    private final Runnable wake;

    private int unflushed;
    private long flushDue = Long.MAX_VALUE;
    private long marksDue = Long.MAX_VALUE;
    private long retryDue;
    private boolean closed;

    /**
     * Opens the queue; when its directory cannot be had, it begins in memory and keeps trying.
     *
     * @param wake makes the owner call {@link #tick} soon
     */
    public DurableQueue(String name, DiskSource source, QueueSettings settings, Time time, Runnable wake) {
        this.core = new Core(name, settings, time);
        this.writer = new Writer(core);
        this.reader = new Reader(core);
        this.reclaimer = new Reclaimer(core, writer);
        this.policy = new FullPolicy(core);
        this.revival = new Revival(core, writer, source);
        this.report = new DropReport(core);
        this.wake = wake;
        locked(() -> {
            revival.attempt();
            retryDue = core.clock.now() + RETRY_MILLIS;
        });
    }

    /**
     * Stores a message.
     *
     * @return its identifier, which no other message of this queue has as long as this one is there
     * @throws QueueFullException when it was not taken
     */
    public int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws QueueFullException {
        long started = core.time.nanos().getAsLong();
        ByteBuffer record;
        int id;
        long position;
        long sequence;
        boolean flush;
        core.lock.lock();
        try {
            id = core.ids.take(core.ledger);
            record = core.format.write(new Message(
                    id,
                    core.ids.takeOrder(),
                    core.clock.wall(),
                    core.clock.now(),
                    topic,
                    payload,
                    qos,
                    retain,
                    priority));
            policy.admit(priority, record.limit());
            position = place(record, priority);
            core.ledger.add(record, position);
            sequence = core.log == null ? 0 : core.log.sequence();
            flush = position != MemoryRecords.POSITION
                    && needsFlush(core.settings.flush().millis(priority));
        } finally {
            core.lock.unlock();
        }
        if (flush) {
            flush(record, position, sequence);
        }
        latencies.add(core.time.nanos().getAsLong() - started);
        return id;
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
                fail(e);
            }
        }
        keep(record, priority);
        return MemoryRecords.POSITION;
    }

    private void keep(ByteBuffer record, int priority) throws QueueFullException {
        boolean important = priority <= core.settings.memoryPriority();
        if (!important || !core.memory.put(MessageFormat.id(record, 0), record, core.settings)) {
            throw new QueueFullException("Outbox keeps only " + core.settings.memoryMessages()
                    + " messages of priority " + core.settings.memoryPriority() + " and more important ones while "
                    + core.health.trouble());
        }
    }

    private boolean needsFlush(int millis) {
        if (millis == 0 || ++unflushed > UNFLUSHED_MESSAGES) {
            unflushed = 0;
            return true;
        }
        long due = core.clock.now() + millis;
        if (due < flushDue) {
            flushDue = due;
            wake.run();
        }
        return false;
    }

    /** When the flush fails the message is kept in memory, or not taken after all. */
    private void flush(ByteBuffer record, long position, long sequence) throws QueueFullException {
        try {
            writer.flush(sequence);
        } catch (IOException e) {
            core.lock.lock();
            try {
                int id = MessageFormat.id(record, 0);
                int slot = core.ledger.slot(id);
                if (slot == Slots.NONE || core.ledger.slots().position(slot) != position) {
                    return;
                }
                try {
                    keep(record, core.ledger.priority(slot));
                    core.ledger.move(slot, MemoryRecords.POSITION);
                } catch (QueueFullException full) {
                    core.ledger.remove(id);
                    core.marks.removed(id);
                    throw full;
                }
            } finally {
                core.lock.unlock();
            }
        }
    }

    private void fail(IOException cause) {
        writer.fail(cause);
        retryDue = core.clock.now() + RETRY_MILLIS;
    }

    /** The oldest of the most important messages that wait. */
    public Optional<StoredView> next() {
        core.lock.lock();
        try {
            report.make().ifPresent(record -> {
                try {
                    core.ledger.add(record, place(record, DropReport.PRIORITY));
                    report.made();
                } catch (QueueFullException e) {
                    // the next one tells more
                    report.postpone();
                }
            });
            return reader.next();
        } finally {
            core.lock.unlock();
        }
    }

    public Optional<StoredView> get(int id) {
        core.lock.lock();
        try {
            return reader.get(id);
        } finally {
            core.lock.unlock();
        }
    }

    /** @param token null when there is none */
    public void published(int id, Token token) {
        mark(() -> {
            long now = core.clock.now();
            core.marks.at(now).published(id, token);
            core.ledger.published(id, token, now);
        });
    }

    public void confirmed(int id) {
        mark(() -> {
            long now = core.clock.now();
            core.marks.at(now).confirmed(id);
            core.ledger.confirmed(id, now);
        });
    }

    /** What is in flight waits again, where its age places it. */
    public void unpublishAll() {
        mark(() -> {
            core.marks.unpublishAll();
            core.ledger.unpublishAll();
        });
    }

    public void dropAll() {
        mark(() -> {
            long now = core.clock.now();
            core.marks.at(now).dropAll();
            core.ledger.dropAll(now);
        });
    }

    /** Forgets what has been done with for so long or longer. */
    public void purge(int seconds) {
        mark(() -> {
            long horizon = core.clock.now() - TimeUnit.SECONDS.toMillis(seconds);
            core.marks.purge(horizon);
            core.ledger.purge(horizon);
        });
    }

    private void mark(Runnable change) {
        long sequence = 0;
        core.lock.lock();
        try {
            change.run();
            marksDue = Math.min(marksDue, core.clock.now() + MARK_MILLIS);
            if (writer.unsafeMarks() >= UNSAFE_MARKS && core.isWritable()) {
                writer.writeMarks();
                sequence = core.log.sequence();
            }
        } catch (IOException e) {
            fail(e);
        } finally {
            core.lock.unlock();
        }
        flushQuietly(sequence);
    }

    private void flushQuietly(long sequence) {
        try {
            writer.flush(sequence);
        } catch (IOException e) {
            // the writer has noted it, and what was appended is written anew
            locked(() -> retryDue = core.clock.now() + RETRY_MILLIS);
        }
    }

    public int count() {
        core.lock.lock();
        try {
            return core.ledger.count();
        } finally {
            core.lock.unlock();
        }
    }

    /** Those that wait, most important and then oldest first. */
    public List<StoredView> unpublished() {
        return list(ledger -> reader.list(ledger::forEachQueued));
    }

    public List<StoredView> inFlight() {
        return list(ledger -> reader.list(ledger::forEachInFlight));
    }

    public List<StoredView> dropped() {
        return list(ledger -> reader.list(ledger::forEachDropped));
    }

    private List<StoredView> list(Function<Ledger, List<StoredView>> walk) {
        core.lock.lock();
        try {
            return walk.apply(core.ledger);
        } finally {
            core.lock.unlock();
        }
    }

    /**
     * Does what is due: flushes, marks, reclaiming, another try after a failure.
     *
     * @return milliseconds after which it should be called again at the latest
     */
    public long tick() {
        long[] sequence = {0};
        long[] wait = {MARK_MILLIS};
        locked(() -> {
            if (!closed) {
                sequence[0] = tickLocked(wait);
            }
        });
        flushQuietly(sequence[0]);
        return wait[0];
    }

    private long tickLocked(long[] wait) {
        long now = core.clock.now();
        policy.tick();
        if (!core.isWritable()) {
            if (now >= retryDue) {
                revival.attempt();
                retryDue = now + RETRY_MILLIS;
            }
            return 0;
        }
        boolean flush = now >= flushDue || now >= marksDue;
        try {
            if (now >= marksDue) {
                writer.writeMarks();
                writeDrops();
                marksDue = Long.MAX_VALUE;
            }
            if (reclaimer.step(COPY_BUDGET)) {
                wait[0] = 1;
            }
        } catch (IOException e) {
            fail(e);
            return 0;
        }
        if (flush) {
            flushDue = Long.MAX_VALUE;
            unflushed = 0;
        }
        wait[0] = Math.max(0, Math.min(wait[0], Math.min(flushDue, marksDue) - now));
        return flush ? core.log.sequence() : 0;
    }

    private void writeDrops() throws IOException {
        if (core.dropsToWrite) {
            writer.writeCheckpoint();
            core.dropsToWrite = false;
        }
    }

    private void locked(Runnable action) {
        core.lock.lock();
        try {
            action.run();
        } finally {
            core.lock.unlock();
        }
    }

    /** Goes on with other settings. The size of segments stays. */
    public void configure(QueueSettings settings) {
        locked(() -> {
            core.settings = settings;
            core.format = core.format.with(new Compression(settings.compressFrom()));
        });
    }

    /** What there is to know from outside. */
    public OutboxStatus status() {
        core.lock.lock();
        try {
            return StatusOf.queue(core, latencies);
        } finally {
            core.lock.unlock();
        }
    }

    /** Writes what waits to be written and lets the directory go. */
    @Override
    public void close() {
        locked(() -> {
            if (closed) {
                return;
            }
            closed = true;
            if (core.isWritable()) {
                try {
                    writer.writeMarks();
                    writeDrops();
                    writer.flushNow();
                } catch (IOException e) {
                    core.health.warn("closed with its last marks not written: {}", e.getMessage());
                }
            }
            core.close();
        });
    }
}
