/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.QueueSettings;
import io.tohu.outbox.internal.log.Time;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A queue with the thread that does what it has to do by itself. */
final class OpenQueue implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition due = lock.newCondition();
    private final DurableQueue queue;
    private final Thread thread;
    private boolean woken;
    private boolean stopped;
    private int users;

    OpenQueue(String name, DiskSource source, QueueSettings settings) {
        this.queue = new DurableQueue(name, source, settings, Time.SYSTEM, this::wake);
        this.thread = new Thread(this::run, "outbox-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    DurableQueue queue() {
        return queue;
    }

    /** How many have it open; it is closed with the last. */
    int addUsers(int more) {
        users += more;
        return users;
    }

    private void wake() {
        lock.lock();
        try {
            woken = true;
            due.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (await(queue.tick())) {
            // ticks as long as it is open
            continue;
        }
    }

    private boolean await(long millis) {
        lock.lock();
        try {
            if (!woken && !stopped && millis > 0) {
                due.await(millis, TimeUnit.MILLISECONDS);
            }
            woken = false;
            return !stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            due.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        queue.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
