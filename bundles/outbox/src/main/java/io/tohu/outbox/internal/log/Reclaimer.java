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

/**
 * Gives back disk space. The oldest segment goes when nothing in it is needed; when too much of the log is not needed,
 * what still is of the oldest is written anew at the end. Called with the lock held.
 */
final class Reclaimer {

    /** What is done with is not written anew when it has been so for longer: nobody asks for it any more. */
    private static final long FINISHED_MILLIS = 10_000;

    private final Core core;
    private final Writer writer;
    private int number;
    private ByteBuffer contents;
    private int at;
    private long copied;

    Reclaimer(Core core, Writer writer) {
        this.core = core;
        this.writer = writer;
    }

    /**
     * Gives back what can be, and copies so many bytes at most.
     *
     * @return whether there is more to do
     */
    boolean step(int budget) throws IOException {
        retireUnneeded();
        Segment oldest = core.log.oldest();
        if (oldest == null || core.suspects.contains(oldest) || !isWasteful()) {
            return false;
        }
        copy(oldest, budget);
        retireUnneeded();
        return true;
    }

    /** Empties the oldest segment, so that there is a file to go on with. */
    void freeOldest() throws IOException {
        retireUnneeded();
        Segment oldest = core.log.oldest();
        if (core.log.spares() == 0 && oldest != null && !core.suspects.contains(oldest)) {
            copy(oldest, Integer.MAX_VALUE);
            retireUnneeded();
        }
    }

    private boolean isWasteful() {
        long unneeded = core.log.used() - core.ledger.bytes();
        return unneeded > Math.max(core.ledger.bytes(), 4L * core.log.capacity());
    }

    private void retireUnneeded() throws IOException {
        for (Segment oldest = core.log.oldest();
                oldest != null && oldest.liveCount() == 0 && !core.suspects.contains(oldest);
                oldest = core.log.oldest()) {
            if (writer.flushed() < copied) {
                writer.flushNow();
            }
            core.log.retireOldest();
        }
    }

    private void copy(Segment oldest, int budget) throws IOException {
        if (contents == null || number != oldest.number()) {
            contents = oldest.readAll();
            number = oldest.number();
            at = Segment.HEADER;
        }
        int end = budget > oldest.end() - at ? oldest.end() : at + budget;
        while (at < end) {
            int length = Frame.valid(contents, at, number);
            if (length > 0 && Frame.type(contents, at) == Frame.MESSAGE) {
                message(length);
            }
            at += Math.max(length, Frame.ALIGNMENT);
        }
        copied = core.log.sequence();
        if (at >= oldest.end()) {
            contents = null;
            giveUpOn(oldest);
        }
    }

    private void message(int length) throws IOException {
        int id = MessageFormat.id(contents, at);
        int slot = core.ledger.slot(id);
        if (slot == Slots.NONE || core.ledger.slots().position(slot) != SegmentLog.position(number, at)) {
            return;
        }
        Ledger.State state = core.ledger.state(slot);
        boolean finished =
                state == Ledger.State.SENT || state == Ledger.State.CONFIRMED || state == Ledger.State.DROPPED;
        if (finished && core.clock.now() - core.ledger.slots().finished(slot) > FINISHED_MILLIS) {
            core.ledger.remove(id);
            core.marks.removed(id);
            return;
        }
        core.ledger.move(slot, writer.append(Frame.copy(contents, at, length), false));
        MarkWriter marks = core.marks.at(core.clock.now());
        switch (state) {
            case IN_FLIGHT -> marks.published(id, core.ledger.token(slot));
            case SENT -> marks.published(id, null);
            case CONFIRMED -> marks.confirmed(id);
            case DROPPED -> marks.dropped(id);
            default -> {
                // a message that waits has no marks
            }
        }
    }

    /** What is still said to be in a segment after all of it was copied cannot be read: the file is kept. */
    private void giveUpOn(Segment oldest) {
        int[] ids = oldest.liveCount() == 0 ? new int[0] : core.ledger.idsIn(oldest.number());
        for (int id : ids) {
            core.ledger.remove(id);
            core.marks.removed(id);
        }
        if (ids.length > 0) {
            oldest.damaged();
            core.health.warn(
                    "{} messages in {} of {} cannot be read; the file is kept as *{}",
                    ids.length,
                    Segment.name(oldest.number(), Segment.SEGMENT_SUFFIX),
                    core.disk,
                    Segment.DAMAGED);
        }
    }
}
