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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Reads again and again in a thread of its own until it is stopped. */
final class Traffic {

    private static final long PAUSE_NANOS = 2_000_000;

    private final AtomicInteger successes = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private volatile boolean stopped;

    private Traffic() {}

    /**
     * Begins.
     *
     * @param read whether it succeeded; an error of it, such as a wrong value, is thrown to whoever waits here
     */
    static Traffic of(BooleanSupplier read) {
        Traffic traffic = new Traffic();
        Thread thread = new Thread(() -> traffic.run(read), "traffic");
        thread.setDaemon(true);
        thread.start();
        return traffic;
    }

    private void run(BooleanSupplier read) {
        try {
            while (!stopped) {
                (read.getAsBoolean() ? successes : failures).incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            running.complete(null);
        } catch (Throwable e) {
            running.completeExceptionally(e);
        }
    }

    /** Waits for so many more successful reads. */
    void awaitSuccesses(int more) throws Exception {
        await(more + " reads succeed", successes, more);
    }

    /** Waits for so many more failed reads. */
    void awaitFailures(int more) throws Exception {
        await(more + " reads fail", failures, more);
    }

    private void await(String what, AtomicInteger count, int more) throws Exception {
        int target = count.get() + more;
        Reads.await(what, () -> count.get() >= target || running.isCompletedExceptionally());
        if (running.isCompletedExceptionally()) {
            stop();
        }
    }

    /** Stops; throws what went wrong. */
    void stop() throws Exception {
        stopped = true;
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a read went wrong", e.getCause());
        }
    }
}
