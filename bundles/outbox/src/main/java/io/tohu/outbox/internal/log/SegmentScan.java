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
 * Finds the records of a segment, past what is damaged.
 *
 * @param end of the last whole record
 * @param damaged bytes that were flushed once and are not readable
 * @param torn bytes between readable records that had not been flushed
 */
record SegmentScan(int end, int damaged, int torn) {

    /** Is given each whole record, oldest first. */
    @FunctionalInterface
    interface Visitor {
        void record(ByteBuffer all, int at, int length);
    }

    static SegmentScan of(ByteBuffer all, int number, int from, Visitor visitor) {
        int end = from;
        int flushed = from;
        int hole = 0;
        int firstHole = Integer.MAX_VALUE;
        for (int at = from; at + Frame.HEADER <= all.limit(); ) {
            int length = Frame.valid(all, at, number);
            if (length == 0) {
                at += Frame.ALIGNMENT;
                continue;
            }
            if (at > end) {
                firstHole = Math.min(firstHole, end);
                hole += at - end;
            }
            flushed = Math.max(flushed, Frame.flushed(all, at));
            visitor.record(all, at, length);
            at += length;
            end = at;
        }
        boolean damage = firstHole < flushed;
        return new SegmentScan(end, damage ? hole : 0, damage ? 0 : hole);
    }
}
