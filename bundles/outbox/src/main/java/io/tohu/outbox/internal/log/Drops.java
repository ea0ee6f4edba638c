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
import java.util.Arrays;

/**
 * What the policy for a full queue has thrown away or refused, since when the cloud was last told.
 *
 * @param count messages by priority; the last place is for priority 7 and above
 * @param first wall clock at the first of them, milliseconds since 1970
 * @param last at the last
 * @param total messages in the life of this queue, told or not
 */
public record Drops(long[] count, long bytes, long first, long last, long total) {

    public static final int PRIORITIES = 8;
    public static final Drops NONE = new Drops(new long[PRIORITIES], 0, 0, 0, 0);

    static final int BYTES = 8 * (PRIORITIES + 4);

    Drops with(int priority, long length, long wall) {
        long[] more = count.clone();
        more[Math.min(priority, PRIORITIES - 1)]++;
        return new Drops(more, bytes + length, first == 0 ? wall : first, wall, total + 1);
    }

    /** After the cloud was told. */
    Drops told() {
        return new Drops(NONE.count, 0, 0, 0, total);
    }

    /** Messages that the cloud has not been told of. */
    public long untold() {
        return Arrays.stream(count).sum();
    }

    void write(ByteBuffer target) {
        for (long each : count) {
            target.putLong(each);
        }
        target.putLong(bytes).putLong(first).putLong(last).putLong(total);
    }

    static Drops read(ByteBuffer source) {
        long[] count = new long[PRIORITIES];
        for (int i = 0; i < PRIORITIES; i++) {
            count[i] = source.getLong();
        }
        return new Drops(count, source.getLong(), source.getLong(), source.getLong(), source.getLong());
    }
}
