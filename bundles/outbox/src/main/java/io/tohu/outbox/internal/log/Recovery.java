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
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log from disk and does again what it says. Nothing that could not be read is deleted or written over.
 *
 * <p>A recovery that is broken off can be begun again.
 */
final class Recovery {

    /**
     * Identifiers and orders to leave out after the last that was found: what was given to messages that never reached
     * the disk is not given again.
     */
    static final int GAP = 16_384;

    private final Disk disk;
    private final SegmentLog log;
    private final Ledger ledger;
    private Checkpoint last = new Checkpoint(1, 1, 1, 0, 0, 0, Drops.NONE);
    private Segment before;
    private int records;
    private int damagedBytes;
    private int tornBytes;
    private int newerVersion;
    private int keptDamaged;

    Recovery(Disk disk, SegmentLog log, Ledger ledger) {
        this.disk = disk;
        this.log = log;
        this.ledger = ledger;
    }

    void run() throws IOException {
        List<String> names = new ArrayList<>(disk.list());
        for (String name : names) {
            if (name.endsWith(Segment.SEGMENT_SUFFIX)) {
                read(name);
            } else if (name.endsWith(Segment.DAMAGED)) {
                log.numberTaken(Segment.number(name));
                keptDamaged++;
            }
        }
        for (String name : names) {
            if (name.endsWith(Segment.SPARE)) {
                log.numberTaken(Segment.number(name));
                try (Disk.DiskFile file = disk.open(name)) {
                    log.spare(name, file.size());
                }
            }
        }
        int gap = records == 0 ? 0 : GAP;
        int id = last.nextId() + gap;
        last = new Checkpoint(
                id > Ids.LAST || id < 0 ? 1 : id,
                last.nextOrder() + gap,
                last.age(),
                last.wall(),
                before == null ? 0 : before.number(),
                before == null ? 0 : before.end(),
                last.drops());
    }

    private void read(String name) throws IOException {
        Disk.DiskFile file = disk.open(name);
        int number = Segment.number(name);
        Segment segment = new Segment(number, file, (int) Math.min(file.size(), Integer.MAX_VALUE));
        ByteBuffer all = segment.readAll();
        int version = all.limit() < Segment.HEADER ? 0 : Segment.version(all);
        if (version > Segment.VERSION) {
            newerVersion++;
            log.numberTaken(number);
            file.close();
            return;
        }
        if (version > 0 && Segment.numberIn(all) != number) {
            // being made into a newer segment when the power went: nothing new was in it yet, nothing old is needed
            file.close();
            log.spare(name, all.limit());
            return;
        }
        log.recovered(segment);
        SegmentScan scan = SegmentScan.of(all, number, Segment.HEADER, (buffer, at, length) -> {
            apply(buffer, at, length, number);
        });
        segment.recovered(scan.end());
        boolean headerLost = version == 0 && !isBlank(all);
        if (scan.damaged() > 0 || headerLost) {
            segment.damaged();
            damagedBytes += scan.damaged() + (headerLost ? Segment.HEADER : 0);
        }
        tornBytes += scan.torn();
        before = segment;
    }

    private static boolean isBlank(ByteBuffer all) {
        return all.mismatch(ByteBuffer.allocate(all.limit())) < 0;
    }

    private void apply(ByteBuffer all, int at, int length, int number) {
        records++;
        switch (Frame.type(all, at)) {
            case Frame.MESSAGE -> {
                int id = MessageFormat.id(all, at);
                long order = MessageFormat.order(all, at);
                ledger.add(all, at, SegmentLog.position(number, at), length);
                if (order >= last.nextOrder()) {
                    advance(id + 1, order + 1, MessageFormat.age(all, at), MessageFormat.created(all, at));
                }
            }
            case Frame.MARKS -> {
                MarkReader.apply(all, at, ledger);
                advance(last.nextId(), last.nextOrder(), MarkReader.age(all, at), MarkReader.wall(all, at));
            }
            case Frame.CHECKPOINT -> checkpoint(Checkpoint.read(all, at));
            default -> throw new IllegalStateException("a record of a kind that this version does not know");
        }
    }

    private void advance(int id, long order, long age, long wall) {
        last = new Checkpoint(id, order, Math.max(age, last.age()), wall, 0, 0, last.drops());
    }

    private void checkpoint(Checkpoint found) {
        if (before != null && found.before() == before.number() && found.beforeEnd() > before.end()) {
            damagedBytes += found.beforeEnd() - before.end();
            before.damaged();
        }
        boolean later = found.nextOrder() >= last.nextOrder();
        last = new Checkpoint(
                later ? found.nextId() : last.nextId(),
                later ? found.nextOrder() : last.nextOrder(),
                Math.max(found.age(), last.age()),
                found.wall(),
                0,
                0,
                found.drops());
    }

    /** Where the log goes on. */
    Checkpoint next() {
        return last;
    }

    int records() {
        return records;
    }

    /** Bytes that were flushed once and are not readable. */
    int damagedBytes() {
        return damagedBytes;
    }

    /** Bytes of a tail that was being written when the power went. */
    int tornBytes() {
        return tornBytes;
    }

    /** Segments that a newer version of this bundle wrote; they are left as they are. */
    int newerVersion() {
        return newerVersion;
    }

    /** Files of damaged segments that were kept. */
    int keptDamaged() {
        return keptDamaged;
    }
}
