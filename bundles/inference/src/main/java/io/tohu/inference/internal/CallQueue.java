/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a number of calls compute at a time and a number of others wait, in the order in which they came. */
final class CallQueue {

    private final Semaphore turns;
    private final int limit;
    private final AtomicInteger waiting = new AtomicInteger();

    CallQueue(int concurrent, int limit) {
        this.turns = new Semaphore(concurrent, true);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** Waits for a turn; false when too many wait already, or the caller's thread is told to end. */
    boolean enter() {
        if (turns.tryAcquire()) {
            return true;
        }
        try {
            if (waiting.incrementAndGet() > limit) {
                return false;
            }
            turns.acquire();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        turns.release();
    }
}
