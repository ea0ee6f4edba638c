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

import java.util.concurrent.TimeUnit;

/**
 * Milliseconds that only go forward, also over restarts: what is old is decided by this clock and not by the wall
 * clock, which jumps when a gateway hears the time.
 *
 * <p>While the process runs it advances evenly. A restart adds the time that has passed by the wall clock since the
 * last record, or nothing when that clock has been set back.
 */
final class AgeClock {

    private final Time time;
    private final long startNanos;
    private final long startAge;

    AgeClock(Time time, long lastAge, long lastWall) {
        this.time = time;
        this.startNanos = time.nanos().getAsLong();
        this.startAge = lastWall == 0 ? lastAge : lastAge + Math.max(0, wall(time) - lastWall);
    }

    private static long wall(Time time) {
        return time.wall().getAsLong();
    }

    long now() {
        return startAge + TimeUnit.NANOSECONDS.toMillis(time.nanos().getAsLong() - startNanos);
    }

    long wall() {
        return wall(time);
    }

    /** The wall clock's time, as it is set now, of an instant of this clock. */
    long wallOf(long age) {
        return wall() - (now() - age);
    }
}
