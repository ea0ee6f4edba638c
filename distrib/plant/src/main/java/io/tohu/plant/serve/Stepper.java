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

import java.util.concurrent.locks.LockSupport;

/** The thread that moves a machine on in real time. A machine that was held up catches up, by one second at most. */
public final class Stepper implements AutoCloseable {

    private static final long TOLERATED_LAG = 1_000_000_000L;

    private final Machine machine;
    private final Thread thread;
    private volatile boolean stopped;

    /** Begins at once. */
    public Stepper(Machine machine) {
        this.machine = machine;
        this.thread = new Thread(this::run, "plant-step");
        thread.start();
    }

    private void run() {
        long due = System.nanoTime();
        while (!stopped) {
            due += machine.advance();
            long now = System.nanoTime();
            if (now - due > TOLERATED_LAG) {
                due = now;
            }
            while (!stopped && due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
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
