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

/** Flushes for all that wait at once: while one flush is under way, others gather for the next. */
final class Committer {

    /** Where the log ends: all that is before the sequence number is safe once the segment is flushed to the offset. */
    record Point(Segment segment, int offset, long sequence) {}

    /** The log that is flushed. */
    interface Source {

        Point end() throws IOException;

        /** Told before anybody else that a flush of a segment has failed: nothing may be appended to it any more. */
        void failed(Segment segment, IOException cause);
    }

    private final Source source;
    private long flushed;
    private long lost;
    private boolean busy;

    Committer(Source source) {
        this.source = source;
    }

    /**
     * Returns when everything up to a sequence number is on disk.
     *
     * @throws IOException when that is not so and will not be: a failed flush is not tried again on the same file,
     *     because the operating system may have thrown away what it could not write
     */
    void flush(long sequence) throws IOException {
        if (!lead(sequence)) {
            return;
        }
        long reached = 0;
        long failed = 0;
        try {
            Point end = source.end();
            failed = end.sequence();
            try {
                end.segment().force(end.offset());
                reached = end.sequence();
            } catch (IOException e) {
                source.failed(end.segment(), e);
                throw e;
            }
        } finally {
            done(reached, reached == 0 ? failed : 0);
        }
    }

    private synchronized boolean lead(long sequence) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                if (flushed >= sequence) {
                    return false;
                }
                if (lost >= sequence) {
                    throw new IOException("the flush of this record failed");
                }
                if (!busy) {
                    busy = true;
                    return true;
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void done(long reached, long failed) {
        busy = false;
        flushed = Math.max(flushed, reached);
        lost = Math.max(lost, failed);
        notifyAll();
    }

    /** Told by whoever has flushed everything up to a sequence number in another way. */
    synchronized void reached(long sequence) {
        flushed = Math.max(flushed, sequence);
        notifyAll();
    }

    synchronized long flushed() {
        return flushed;
    }
}
