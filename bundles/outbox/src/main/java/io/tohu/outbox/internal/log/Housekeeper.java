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

/** What a queue does by itself: flushes that are due, marks, giving back disk space, another try after a failure. */
final class Housekeeper {

    private static final int COPY_BUDGET = 256 * 1024;

    private final Core core;
    private final Writer writer;
    private final Schedule schedule;
    private final Reclaimer reclaimer;
    private final FullPolicy policy;
    private final Revival revival;

    Housekeeper(Core core, Writer writer, Schedule schedule, Reclaimer reclaimer, FullPolicy policy, Revival revival) {
        this.core = core;
        this.writer = writer;
        this.schedule = schedule;
        this.reclaimer = reclaimer;
        this.policy = policy;
        this.revival = revival;
    }

    /** Opens the log, or takes it into use again. Called with the lock held. */
    void revive() {
        revival.attempt();
        schedule.failed();
    }

    /**
     * Does what is due. Called without the lock.
     *
     * @return milliseconds after which it should be called again at the latest
     */
    long tick() {
        long sequence = 0;
        long wait;
        core.lock.lock();
        try {
            policy.tick();
            if (core.isWritable()) {
                boolean more = write();
                sequence = core.isWritable() && schedule.isFlushDue() ? core.log.sequence() : 0;
                if (sequence > 0) {
                    schedule.flushed();
                }
                wait = more ? Math.min(1, schedule.untilNext()) : schedule.untilNext();
            } else {
                if (!core.closed && schedule.isRetryDue()) {
                    revive();
                }
                wait = schedule.untilNext();
            }
        } finally {
            core.lock.unlock();
        }
        flush(sequence);
        return wait;
    }

    private boolean write() {
        try {
            if (schedule.areMarksDue()) {
                writer.writeMarks();
                writer.writeDrops();
            }
            return reclaimer.step(COPY_BUDGET);
        } catch (IOException e) {
            writer.fail(e);
            schedule.failed();
            return false;
        }
    }

    /** Writes what waits, for the last time. Called with the lock held. */
    void finish() {
        if (core.isWritable()) {
            try {
                writer.writeMarks();
                writer.writeDrops();
                writer.flushNow();
            } catch (IOException e) {
                core.health.warn("closed with its last marks not written: {}", e.getMessage());
            }
        }
    }

    /** Flushes what nobody waits for. Called without the lock. */
    void flush(long sequence) {
        try {
            writer.flush(sequence);
        } catch (IOException e) {
            // the writer has noted it, and what was appended is written anew
            core.lock.lock();
            try {
                schedule.failed();
            } finally {
                core.lock.unlock();
            }
        }
    }

    /** Writes marks down early when too many wait; returns what to flush, 0 for nothing. Called with the lock held. */
    long boundMarks(int most) {
        schedule.marked();
        int unsafe = writer.unsafeMarks();
        if (unsafe >= most / 2) {
            schedule.hurryMarks();
        }
        if (unsafe < most || !core.isWritable()) {
            return 0;
        }
        try {
            writer.writeMarks();
            return core.log.sequence();
        } catch (IOException e) {
            writer.fail(e);
            schedule.failed();
            return 0;
        }
    }
}
