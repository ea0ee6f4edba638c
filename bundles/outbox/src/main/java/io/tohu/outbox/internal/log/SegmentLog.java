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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The segments as one log: records are appended to the newest, and the oldest is given back when nothing in it is
 * needed. Only the oldest: marks speak of messages in older segments, so they must live as long as those.
 *
 * <p>Files of given-back segments are written again under a new number. Not for several threads.
 */
final class SegmentLog implements Ledger.Places {

    /** Ground that is written ahead of the log, a multiple of what storage writes at once. */
    private static final int AHEAD = 64 * 1024;

    private static final int SPARES = 2;

    private final Disk disk;
    private final int capacity;
    private final List<Segment> segments = new ArrayList<>();
    private final Deque<String> spares = new ArrayDeque<>();
    private Segment active;
    private int nextNumber = 1;
    private long sequence;

    /**
     * @param capacity size of a segment in bytes; a longer record gets a segment of its own
     */
    SegmentLog(Disk disk, int capacity) {
        this.disk = disk;
        this.capacity = capacity;
    }

    /** Takes over what a recovery finds, oldest first. */
    void recovered(Segment segment) {
        segments.add(segment);
        numberTaken(segment.number());
    }

    /** A number that no new segment may have. */
    void numberTaken(int number) {
        nextNumber = Math.max(nextNumber, number + 1);
    }

    /** Takes over a file that may be written again; what there is too much of is deleted. */
    void spare(String name, long size) throws IOException {
        if (size == capacity && spares.size() < SPARES) {
            spares.add(name);
        } else {
            disk.delete(name);
        }
    }

    static long position(int segment, int offset) {
        return (long) segment << 32 | offset;
    }

    static int segment(long position) {
        return (int) (position >>> 32);
    }

    static int offset(long position) {
        return (int) position;
    }

    /** Whether a record needs a new segment before it. */
    boolean isFullFor(int length) {
        return active == null || active.end() > Segment.HEADER && active.end() + length > capacity;
    }

    /**
     * Begins a new segment. What is in the one before is flushed.
     *
     * @param fresh whether a new file may be made rather than the last spare one be used
     */
    void roll(boolean fresh) throws IOException {
        Segment before = active;
        if (before != null) {
            before.force(before.end());
        }
        String name = Segment.name(nextNumber, Segment.SEGMENT_SUFFIX);
        if (spares.size() > 1 || !fresh && !spares.isEmpty()) {
            disk.rename(spares.peek(), name);
            spares.remove();
        }
        Disk.DiskFile file = disk.open(name);
        try {
            int written = (int) Math.min(file.size(), Integer.MAX_VALUE);
            file.write(Segment.header(nextNumber), 0);
            file.force();
            disk.force();
            active = new Segment(nextNumber, file, written);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        segments.add(active);
        nextNumber++;
    }

    /** Leaves the newest segment alone, after a failure; the next record needs a new one. */
    void abandon() {
        active = null;
    }

    /**
     * Appends a record to the newest segment.
     *
     * @param single whether it is flushed alone and not with many others
     * @return its position
     */
    long append(ByteBuffer record, boolean single) throws IOException {
        int at = active.append(record, single && record.limit() < AHEAD / 4 ? AHEAD : 0, capacity);
        sequence += record.limit();
        return position(active.number(), at);
    }

    Committer.Point end() throws IOException {
        if (active == null) {
            throw new IOException("there is no segment to write to");
        }
        return new Committer.Point(active, active.end(), sequence);
    }

    long sequence() {
        return sequence;
    }

    ByteBuffer read(long position, int length) throws IOException {
        return get(segment(position)).read(offset(position), length);
    }

    @Override
    public void taken(long position, int length) {
        get(segment(position)).use(1, length);
    }

    @Override
    public void left(long position, int id, int length) {
        get(segment(position)).use(-1, -length);
    }

    private Segment get(int number) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            Segment found = segments.get(middle);
            if (found.number() == number) {
                return found;
            }
            if (Integer.compareUnsigned(found.number(), number) < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new IllegalStateException("there is no segment " + number);
    }

    /** The oldest segment when it is not the newest too; null otherwise. */
    Segment oldest() {
        return segments.size() > 1 || active == null && !segments.isEmpty() ? segments.get(0) : null;
    }

    Segment newest() {
        return active;
    }

    /** Gives back the oldest segment, in which nothing is needed. A damaged one is kept under another name. */
    void retireOldest() throws IOException {
        Segment oldest = segments.get(0);
        String name = Segment.name(oldest.number(), Segment.SEGMENT_SUFFIX);
        oldest.close();
        if (oldest.isDamaged()) {
            disk.rename(name, Segment.name(oldest.number(), Segment.DAMAGED));
        } else if (oldest.size() != capacity || spares.size() >= SPARES) {
            disk.delete(name);
        } else {
            String spare = Segment.name(oldest.number(), Segment.SPARE);
            disk.rename(name, spare);
            spares.add(spare);
        }
        segments.remove(0);
        disk.force();
    }

    /** Makes sure that there is a file to go on with when the disk is full. */
    void keepSpare() throws IOException {
        if (spares.isEmpty()) {
            String name = Segment.name(nextNumber++, Segment.SPARE);
            try (Disk.DiskFile file = disk.open(name)) {
                ByteBuffer zeros = ByteBuffer.allocate(AHEAD);
                for (int at = 0; at < capacity; at += AHEAD) {
                    file.write(zeros.clear().limit(Math.min(AHEAD, capacity - at)), at);
                }
                file.force();
            }
            disk.force();
            spares.add(name);
        }
    }

    /** What all files take of the disk. */
    long size() {
        return segments.stream().mapToLong(Segment::size).sum() + (long) spares.size() * capacity;
    }

    /** What all segments take of the disk. */
    long used() {
        return segments.stream().mapToLong(Segment::end).sum();
    }

    int spares() {
        return spares.size();
    }

    int segmentCount() {
        return segments.size();
    }

    int capacity() {
        return capacity;
    }

    void close() {
        for (Segment segment : segments) {
            try {
                segment.close();
            } catch (IOException e) {
                // what was flushed is safe, and the file is opened anew
                continue;
            }
        }
    }
}
