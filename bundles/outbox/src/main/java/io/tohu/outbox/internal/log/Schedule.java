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

/** When a queue has to do what by itself, by its age clock. Used with the lock held. */
final class Schedule {

    /** Messages that may wait for an interval flush; fewer than {@link Recovery#GAP}. */
    private static final int UNFLUSHED_MESSAGES = 8192;

    private static final long MARK_MILLIS = 500;
    private static final long RETRY_MILLIS = 5_000;

    private final Core core;
    private final Runnable wake;
    private int unflushed;
    private long flush = Long.MAX_VALUE;
    private long marks = Long.MAX_VALUE;
    private long retry;

    /** @param wake makes whoever ticks look at the schedule again */
    Schedule(Core core, Runnable wake) {
        this.core = core;
        this.wake = wake;
    }

    /**
     * A message was appended.
     *
     * @param millis that it may stay unflushed
     * @return whether it is to be flushed now
     */
    boolean appended(int millis) {
        if (millis == 0 || ++unflushed > UNFLUSHED_MESSAGES) {
            unflushed = 0;
            return true;
        }
        long due = core.clock.now() + millis;
        if (due < flush) {
            flush = due;
            wake.run();
        }
        return false;
    }

    void marked() {
        marks = Math.min(marks, core.clock.now() + MARK_MILLIS);
    }

    /** Many marks wait: they are due now. */
    void hurryMarks() {
        if (!areMarksDue()) {
            marks = core.clock.now();
            wake.run();
        }
    }

    void failed() {
        retry = core.clock.now() + RETRY_MILLIS;
    }

    boolean isRetryDue() {
        return core.clock.now() >= retry;
    }

    boolean areMarksDue() {
        return core.clock.now() >= marks;
    }

    boolean isFlushDue() {
        return core.clock.now() >= flush || areMarksDue();
    }

    void flushed() {
        marks = areMarksDue() ? Long.MAX_VALUE : marks;
        flush = Long.MAX_VALUE;
        unflushed = 0;
    }

    /** Milliseconds until something is due, at most half a second. */
    long untilNext() {
        return Math.max(0, Math.min(MARK_MILLIS, Math.min(flush, marks) - core.clock.now()));
    }
}
