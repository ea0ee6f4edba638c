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

/**
 * What must not be lost with the segments that are given back; the first record of each.
 *
 * <pre>
 * 20 int next id, 24 long next order, 32 long age clock, 40 long wall clock,
 * 48 int number and 52 int end of the segment before, 56 drops
 * </pre>
 *
 * @param before number of the segment before, 0 when there was none or it was not closed well
 * @param beforeEnd where its records ended
 */
record Checkpoint(int nextId, long nextOrder, long age, long wall, int before, int beforeEnd, Drops drops) {

    private static final int BODY = 56;

    ByteBuffer record() {
        ByteBuffer record = ByteBuffer.allocate(Frame.length(BODY - Frame.HEADER + Drops.BYTES));
        Frame.type(record, Frame.CHECKPOINT);
        record.position(Frame.HEADER);
        record.putInt(nextId).putLong(nextOrder).putLong(age).putLong(wall);
        record.putInt(before).putInt(beforeEnd);
        drops.write(record);
        return record.rewind();
    }

    static Checkpoint read(ByteBuffer buffer, int at) {
        ByteBuffer record = buffer.duplicate().position(at + Frame.HEADER);
        return new Checkpoint(
                record.getInt(),
                record.getLong(),
                record.getLong(),
                record.getLong(),
                record.getInt(),
                record.getInt(),
                Drops.read(record));
    }
}
