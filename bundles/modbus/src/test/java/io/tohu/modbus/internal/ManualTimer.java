/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. */
public final class ManualTimer implements Timer {

    private record Entry(long at, long order, Runnable task) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private long now;
    private long order;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long wallMillis() {
        return TimeUnit.NANOSECONDS.toMillis(now);
    }

    @Override
    public Scheduled schedule(Runnable task, long delayNanos) {
        Entry entry = new Entry(now + delayNanos, order++, task);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Runs what falls due on the way, each at its time. */
    public void advanceMillis(double millis) {
        long end = now + (long) (millis * 1e6);
        while (!entries.isEmpty() && entries.peek().at() <= end) {
            Entry due = entries.poll();
            now = Math.max(now, due.at());
            due.task().run();
        }
        now = end;
    }

    /** Time passes, but whoever should act on it is held up. */
    public void stallMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
