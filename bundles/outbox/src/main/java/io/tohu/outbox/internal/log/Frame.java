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

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The outer form of every record in a segment.
 *
 * <pre>
 *  0 int   length of the record with this header, a multiple of 8
 *  4 int   CRC-32C of the bytes from 8 to the end
 *  8 int   number of the segment: what an earlier life of a recycled file left is told apart by it
 * 12 int   up to where the segment was flushed when this was written: a hole below is damage, above it a torn tail
 * 16 byte  type
 * 17 3 bytes that belong to the type
 * 20 contents, then zeros up to the length
 * </pre>
 */
final class Frame {

    static final int HEADER = 20;
    static final int ALIGNMENT = 8;

    static final byte MESSAGE = 1;
    static final byte MARKS = 2;
    static final byte CHECKPOINT = 3;

    private static final int LENGTH = 0;
    private static final int CRC = 4;
    private static final int SEGMENT = 8;
    private static final int FLUSHED = 12;
    private static final int TYPE = 16;

    private Frame() {}

    /** Length on disk of a record with so many bytes after the header. */
    static int length(int contents) {
        return (HEADER + contents + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Completes the record that fills the buffer from 0 to its limit: everything but type and contents. */
    static void seal(ByteBuffer record, int segment, int flushed) {
        record.putInt(LENGTH, record.limit());
        record.putInt(SEGMENT, segment);
        record.putInt(FLUSHED, flushed);
        record.putInt(CRC, checksum(record, 0, record.limit()));
    }

    static void type(ByteBuffer record, byte type) {
        record.put(TYPE, type);
    }

    static byte type(ByteBuffer buffer, int at) {
        return buffer.get(at + TYPE);
    }

    static int flushed(ByteBuffer buffer, int at) {
        return buffer.getInt(at + FLUSHED);
    }

    /**
     * Length of the record that begins at a place of the buffer, if a whole and unhurt record of the segment is there.
     *
     * @return 0 when there is none
     */
    static int valid(ByteBuffer buffer, int at, int segment) {
        if (buffer.limit() - at < HEADER || buffer.getInt(at + SEGMENT) != segment) {
            return 0;
        }
        int length = buffer.getInt(at + LENGTH);
        boolean possible = length >= HEADER && length % ALIGNMENT == 0 && length <= buffer.limit() - at;
        return possible && buffer.getInt(at + CRC) == checksum(buffer, at, length) ? length : 0;
    }

    /** The bytes of a record, to be written elsewhere. */
    static ByteBuffer copy(ByteBuffer buffer, int at, int length) {
        ByteBuffer record = ByteBuffer.allocate(length);
        return record.put(0, buffer, at, length);
    }

    private static int checksum(ByteBuffer buffer, int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(at + length).position(at + SEGMENT));
        return (int) crc.getValue();
    }
}
