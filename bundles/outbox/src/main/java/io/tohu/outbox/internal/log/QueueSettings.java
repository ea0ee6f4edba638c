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

/**
 * How a queue is kept.
 *
 * @param maxBytes disk space that it may take
 * @param maxMessages messages that it may hold
 * @param diskReserve bytes of the file system that are left to others
 * @param quotas shares of single priorities
 * @param flush when a message of a priority is flushed
 * @param compressFrom payloads of so many bytes and more are compressed where it pays; 0 for none
 * @param memoryPriority messages of this priority and more important ones are kept in memory while the disk fails
 * @param memoryMessages how many of them at most
 * @param memoryBytes and how many bytes
 */
public record QueueSettings(
        long maxBytes,
        int maxMessages,
        long diskReserve,
        Quotas quotas,
        FlushPolicy flush,
        int compressFrom,
        int memoryPriority,
        int memoryMessages,
        long memoryBytes) {

    /** The smallest disk space that makes sense. */
    public static final long LEAST_BYTES = 1L << 20;

    private static final int SMALLEST_SEGMENT = 1 << 16;
    private static final int LARGEST_SEGMENT = 1 << 23;

    public static final QueueSettings DEFAULT =
            new QueueSettings(512L << 20, 1_000_000, 64L << 20, Quotas.NONE, FlushPolicy.AT_ONCE, 0, 4, 1000, 4L << 20);

    public QueueSettings {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a queue needs at least 1 MB of disk space");
        }
        if (maxMessages < 1) {
            throw new IllegalArgumentException("a queue must hold at least one message");
        }
    }

    /** Size of a segment: a sixteenth of the space, within bounds. */
    int segmentBytes() {
        return (int) Math.max(SMALLEST_SEGMENT, Math.min(LARGEST_SEGMENT, Long.highestOneBit(maxBytes / 16)));
    }
}
