/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Ways in which replies go wrong on a line. */
final class Spoilt {

    private Spoilt() {}

    /** Replies come in small pieces, with a pause after each. */
    static Supplier<Line.Replies> dribbling(int bytes, long pauseMicros) {
        return () -> (piece, toClient) -> {
            for (int from = 0; from < piece.length; from += bytes) {
                toClient.write(piece, from, Math.min(bytes, piece.length - from));
                toClient.flush();
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(pauseMicros));
            }
        };
    }

    /** Each connection is cut in the middle of its n-th reply. */
    static Supplier<Line.Replies> cutInReply(int number) {
        return () -> {
            AtomicInteger replies = new AtomicInteger();
            return (piece, toClient) -> {
                if (replies.incrementAndGet() < number) {
                    toClient.write(piece);
                } else {
                    toClient.write(piece, 0, piece.length / 2);
                    toClient.flush();
                    throw new IOException("cut");
                }
            };
        };
    }

    /** Before each connection's n-th reply comes something that is none. */
    static Supplier<Line.Replies> foreignBefore(int number, byte[] foreign) {
        return () -> {
            AtomicInteger replies = new AtomicInteger();
            return (piece, toClient) -> {
                if (replies.incrementAndGet() == number) {
                    toClient.write(foreign);
                }
                toClient.write(piece);
            };
        };
    }

    /** From the n-th on, the reply before is sent in place of each reply, as by a device that is one behind. */
    static Supplier<Line.Replies> oneBehindFrom(int number) {
        return () -> new Line.Replies() {

            private int replies;
            private byte[] before = {};

            @Override
            public void pass(byte[] piece, OutputStream toClient) throws IOException {
                replies++;
                toClient.write(replies < number ? piece : before);
                before = Arrays.copyOf(piece, piece.length);
            }
        };
    }
}
