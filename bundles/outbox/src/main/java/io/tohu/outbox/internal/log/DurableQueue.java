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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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

    private final Core core;
    private final Reader reader;
    private final Intake intake;
    private final Housekeeper housekeeper;
    private final DropReport report;
    private final Latencies latencies = new Latencies();

    /**
     * Opens the queue; when its directory cannot be had, it begins in memory and keeps trying.
     *
     * @param wake makes the owner call {@link #tick} soon
     */
    public DurableQueue(String name, DiskSource source, QueueSettings settings, Time time, Runnable wake) {
        core = new Core(name, settings, time);
        Writer writer = new Writer(core);
        Schedule schedule = new Schedule(core, wake);
        Reclaimer reclaimer = new Reclaimer(core, writer);
        FullPolicy policy = new FullPolicy(core);
        reader = new Reader(core);
        intake = new Intake(core, writer, schedule, reclaimer, policy);
        housekeeper = new Housekeeper(core, writer, schedule, reclaimer, policy, new Revival(core, writer, source));
        report = new DropReport(core, intake);
        locked(housekeeper::revive);
    }

    /**
     * Stores a message.
     *
     * @return its identifier, which no other message of this queue has as long as this one is there
     * @throws QueueFullException when it was not taken
     */
    public int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws QueueFullException {
        long started = core.time.nanos().getAsLong();
        int id = intake.take(topic, payload, qos, retain, priority);
        latencies.add(core.time.nanos().getAsLong() - started);
        return id;
    }

    /** The oldest of the most important messages that wait. */
    public Optional<StoredView> next() {
        return ask(() -> {
            report.add();
            return reader.next();
        });
    }

    public Optional<StoredView> get(int id) {
        return ask(() -> reader.get(id));
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
        long sequence = ask(() -> {
            change.run();
            return housekeeper.boundMarks(UNSAFE_MARKS);
        });
        housekeeper.flush(sequence);
    }

    public int count() {
        return ask(() -> core.ledger.count());
    }

    /** What all messages that are there take on disk. */
    long bytes() {
        return ask(() -> core.ledger.bytes());
    }

    /** Those that wait, most important and then oldest first. */
    public List<StoredView> unpublished() {
        return ask(() -> reader.list(core.ledger::forEachQueued));
    }

    public List<StoredView> inFlight() {
        return ask(() -> reader.list(core.ledger::forEachInFlight));
    }

    public List<StoredView> dropped() {
        return ask(() -> reader.list(core.ledger::forEachDropped));
    }

    /**
     * Does what is due: flushes, marks, reclaiming, another try after a failure.
     *
     * @return milliseconds after which it should be called again at the latest
     */
    public long tick() {
        return housekeeper.tick();
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
            if (!core.closed) {
                core.closed = true;
                housekeeper.finish();
                core.close();
            }
        });
    }

    private <T> T ask(Supplier<T> question) {
        core.lock.lock();
        try {
            core.requireOpen();
            return question.get();
        } finally {
            core.lock.unlock();
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
}
