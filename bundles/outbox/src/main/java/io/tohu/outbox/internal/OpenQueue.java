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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue with the thread that does what it has to do by itself. */
final class OpenQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.tohu.outbox");
    private static final long RETRY_MILLIS = 1000;
    private static final long JOIN_MILLIS = 2000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition due = lock.newCondition();
    private final DurableQueue queue;
    private final Thread thread;
    private boolean failed;
    private boolean woken;
    private boolean stopped;
    private int users;

    /** @param first what the thread does before all else; whoever opens a queue must not wait for it */
    OpenQueue(String name, DiskSource source, QueueSettings settings, Runnable first) {
        this.queue = new DurableQueue(name, source, settings, Time.SYSTEM, this::wake);
        this.thread = new Thread(
                () -> {
                    first.run();
                    run();
                },
                "outbox-" + name);
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
        while (await(tick())) {
            // ticks as long as it is open
            continue;
        }
    }

    /** Whatever goes wrong once, marks and flushes of the next second must not stay undone. */
    private long tick() {
        try {
            long wait = queue.tick();
            failed = false;
            return wait;
        } catch (RuntimeException e) {
            if (!failed) {
                failed = true;
                LOG.error("Outbox {}: its housekeeping failed and is tried again every second", thread.getName(), e);
            }
            return RETRY_MILLIS;
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
        queue.close();
        try {
            // it may be held up by Kura itself, which waits for this; closed as the queue is, it can do no harm
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
