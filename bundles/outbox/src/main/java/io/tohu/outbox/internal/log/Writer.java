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

/** Puts records into the log and copes when it cannot. Called with the lock held, except where said. */
final class Writer implements Committer.Source {

    private final Core core;
    private final Committer committer = new Committer(this);
    private long lastMarks;
    private int unflushedMarks;
    private boolean rolled;

    Writer(Core core) {
        this.core = core;
    }

    /**
     * Appends a record, after the marks that wait.
     *
     * @param single whether it is flushed alone
     * @return its position
     */
    long append(ByteBuffer record, boolean single) throws IOException {
        writeMarks();
        return put(record, single);
    }

    private long put(ByteBuffer record, boolean single) throws IOException {
        while (core.log.isFullFor(record.limit())) {
            roll();
        }
        return core.log.append(record, single);
    }

    /** Begins a segment, in a fresh file while the queue may grow. */
    void roll() throws IOException {
        Segment before = core.log.newest();
        core.growing = mayGrow();
        core.log.roll(core.growing);
        rolled = true;
        committer.reached(core.log.sequence());
        if (before != null) {
            core.previous = at(before.number(), before.end());
        }
        core.log.append(at(core.previous.before(), core.previous.beforeEnd()).record(), true);
    }

    private Checkpoint at(int before, int beforeEnd) {
        return new Checkpoint(
                core.ids.next(),
                core.ids.nextOrder(),
                core.clock.now(),
                core.clock.wall(),
                before,
                beforeEnd,
                core.drops);
    }

    /** Whether a segment has begun since this was last asked. */
    boolean hasRolled() {
        boolean answer = rolled;
        rolled = false;
        return answer;
    }

    private boolean mayGrow() throws IOException {
        long segment = core.log.capacity();
        return core.log.size() + segment <= core.settings.maxBytes()
                && core.disk.usable() - segment >= core.settings.diskReserve();
    }

    /** Writes down the drops when there were new ones; otherwise only the next segment would tell. */
    void writeDrops() throws IOException {
        if (core.dropsToWrite) {
            put(at(core.previous.before(), core.previous.beforeEnd()).record(), false);
            core.dropsToWrite = false;
        }
    }

    /** Writes the marks that wait; they are flushed with the next flush. */
    void writeMarks() throws IOException {
        if (core.marks.count() > 0) {
            ByteBuffer record = core.marks.record(core.clock.now(), core.clock.wall());
            int count = core.marks.count();
            put(record, true);
            core.marks.clear();
            unflushedMarks += count;
            lastMarks = core.log.sequence();
        }
    }

    /** Marks that a power cut would undo. */
    int unsafeMarks() {
        if (committer.flushed() >= lastMarks) {
            unflushedMarks = 0;
        }
        return unflushedMarks + core.marks.count();
    }

    /** Flushes; called without the lock, so that others can append meanwhile. */
    void flush(long sequence) throws IOException {
        committer.flush(sequence);
    }

    long flushed() {
        return committer.flushed();
    }

    /** Flushes with the lock held. */
    void flushNow() throws IOException {
        Committer.Point end = core.log.end();
        end.segment().force(end.offset());
        committer.reached(end.sequence());
    }

    @Override
    public Committer.Point end() throws IOException {
        core.lock.lock();
        try {
            if (core.log == null) {
                throw new IOException("the queue is closed");
            }
            return core.log.end();
        } finally {
            core.lock.unlock();
        }
    }

    @Override
    public void failed(Segment segment, IOException cause) {
        core.lock.lock();
        try {
            if (core.log != null && core.log.newest() == segment) {
                fail(cause);
            }
        } finally {
            core.lock.unlock();
        }
    }

    /** Nothing is written any more until {@link Revival} succeeds. */
    void fail(IOException cause) {
        if (core.log != null && core.log.newest() != null) {
            core.suspects.add(core.log.newest());
            core.log.abandon();
        }
        core.health.failed(Trouble.sentence(core.disk, cause));
    }
}
