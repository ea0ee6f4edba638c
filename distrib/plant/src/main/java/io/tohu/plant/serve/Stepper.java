/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that moves a machine on in real time. A machine that was held up catches up, by one second at most; a step is
 * stamped with the time at which it was due, however late the thread woke.
 */
public final class Stepper implements AutoCloseable {

    private static final long TOLERATED_LAG = 1_000_000_000L;

    private final Machine machine;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean stopped;

    /** Begins at once. */
    public Stepper(Machine machine, Clock clock) {
        this.machine = machine;
        this.clock = clock;
        this.thread = new Thread(this::run, "plant-step");
        thread.start();
    }

    private void run() {
        Instant begin = clock.instant();
        long due = System.nanoTime();
        Anchor anchor = new Anchor(due, begin);
        while (!stopped) {
            due += machine.advance(anchor.at(due));
            long now = System.nanoTime();
            if (now - due > TOLERATED_LAG) {
                due = now;
            }
            if (Math.abs(Duration.between(anchor.at(now), clock.instant()).toNanos()) > TOLERATED_LAG) {
                anchor = new Anchor(now, clock.instant());
            }
            while (!stopped && due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    /** Ties the steady clock that steps are timed by to the wall clock that samples are stamped by. */
    private record Anchor(long nanos, Instant wall) {
        Instant at(long instant) {
            return wall.plusNanos(instant - nanos);
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
