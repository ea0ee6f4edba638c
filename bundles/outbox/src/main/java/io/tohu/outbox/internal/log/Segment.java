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
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One file of the log.
 *
 * <pre>
 *  0 8 bytes "TOHUOBX\n"
 *  8 int     version of the format
 * 12 int     number of the segment
 * 16 zeros up to 64, where records begin
 * </pre>
 */
final class Segment {

    static final int VERSION = 1;
    static final int HEADER = 64;
    static final String SEGMENT_SUFFIX = ".seg";
    static final String SPARE = ".free";
    static final String DAMAGED = ".damaged";

    private static final byte[] MAGIC = "TOHUOBX\n".getBytes(StandardCharsets.US_ASCII);

    private final int number;
    private final Disk.DiskFile file;
    private boolean damaged;
    private int end;
    private int zeroed;
    private volatile int flushed;
    private int liveCount;
    private long liveBytes;

    /** @param written up to where the file has been written on disk before */
    Segment(int number, Disk.DiskFile file, int written) {
        this.number = number;
        this.file = file;
        this.end = HEADER;
        this.flushed = HEADER;
        this.zeroed = Math.max(written, HEADER);
    }

    /** What a recovery found out. */
    void recovered(int recordsEnd) {
        end = recordsEnd;
        flushed = recordsEnd;
    }

    /** Something in it cannot be read: its file is kept. */
    void damaged() {
        damaged = true;
    }

    static String name(int number, String suffix) {
        return String.format(Locale.ROOT, "%010d%s", Integer.toUnsignedLong(number), suffix);
    }

    /** Number of the segment that a file name stands for. */
    static int number(String name) {
        return Integer.parseUnsignedInt(name.substring(0, name.indexOf('.')));
    }

    static ByteBuffer header(int number) {
        return ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(number)
                .rewind();
    }

    /** Version of the format that a header tells, 0 when it is damaged. */
    static int version(ByteBuffer header) {
        byte[] magic = new byte[MAGIC.length];
        header.get(0, magic);
        return java.util.Arrays.equals(magic, MAGIC) ? header.getInt(8) : 0;
    }

    static int numberIn(ByteBuffer header) {
        return header.getInt(12);
    }

    /**
     * Appends a record.
     *
     * @param ahead zeros to write behind it when it ends where nothing was written yet: flushes of single records onto
     *     written ground need no journal entry of the file system
     * @return where it begins
     */
    int append(ByteBuffer record, int ahead, int capacity) throws IOException {
        int at = end;
        Frame.seal(record, number, flushed);
        if (at + record.limit() > zeroed) {
            int target = Math.max(at + record.limit(), Math.min(capacity, at + record.limit() + ahead));
            if (ahead > 0) {
                file.write(ByteBuffer.allocate(target - at - record.limit()), at + record.limit());
            }
            zeroed = ahead > 0 ? target : at + record.limit();
        }
        file.write(record.rewind(), at);
        end = at + record.limit();
        return at;
    }

    ByteBuffer read(int at, int length) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(length);
        file.read(record, at);
        record.rewind();
        if (Frame.valid(record, 0, number) != length) {
            throw new DamagedException("segment " + number + " is damaged at " + at);
        }
        return record;
    }

    /** All of it, for reading record by record. */
    ByteBuffer readAll() throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) Math.min(file.size(), Integer.MAX_VALUE - 8));
        file.read(all, 0);
        return all.flip();
    }

    /**
     * Makes what was appended outlast a power cut.
     *
     * @param target end of the records that were there when this was asked for
     */
    void force(int target) throws IOException {
        file.force();
        flushed = Math.max(flushed, target);
    }

    void close() throws IOException {
        file.close();
    }

    void use(int count, long bytes) {
        liveCount += count;
        liveBytes += bytes;
    }

    int number() {
        return number;
    }

    boolean isDamaged() {
        return damaged;
    }

    int end() {
        return end;
    }

    int flushed() {
        return flushed;
    }

    /** What it takes of the disk. */
    long size() {
        return zeroed;
    }

    int liveCount() {
        return liveCount;
    }

    long liveBytes() {
        return liveBytes;
    }
}
