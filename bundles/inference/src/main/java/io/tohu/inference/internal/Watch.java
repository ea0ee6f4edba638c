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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Watches the calls of an active version, in runs of {@value #RUN}: whether too many fail or take too long, and when it
 * has proven itself. Safe for use by several threads; it speaks once of each.
 */
final class Watch {

    /** Calls over which failures and slow calls are counted. */
    static final int RUN = 100;

    /** A budget holds when 95 % of the calls stay within it. */
    private static final int MAX_SLOW = RUN / 20;

    private final long probationCalls;
    private final int maxErrors;
    private final long budgetNanos;
    private final Consumer<String> broken;
    private final Runnable proven;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile String lastError = "";

    /**
     * @param probationCalls after how many calls the version has proven itself
     * @param maxErrorPercent share of failed calls that is borne
     * @param budgetNanos duration that 95 % of the calls must stay within, 0 for any
     * @param broken told why the version must go, in the caller's thread
     * @param proven told when the version has proven itself
     */
    private Watch(
            long probationCalls, double maxErrorPercent, long budgetNanos, Consumer<String> broken, Runnable proven) {
        this.probationCalls = probationCalls;
        this.maxErrors = (int) (RUN * maxErrorPercent / 100);
        this.budgetNanos = budgetNanos;
        this.broken = broken;
        this.proven = proven;
    }

    /** A watch within what an operator bears and the model's card asks for. */
    static Watch of(LoadedModel model, LifeCycleSettings settings, Consumer<String> broken, Runnable proven) {
        long budget =
                model.card().map(file -> settings.budgetNanos(file.demands())).orElse(0L);
        return new Watch(settings.probationCalls(), settings.errorPercent(), budget, broken, proven);
    }

    void succeeded(long nanos) {
        if (budgetNanos > 0 && nanos > budgetNanos && slow.incrementAndGet() > MAX_SLOW) {
            tell("more than " + MAX_SLOW + " of " + RUN + " calls took longer than its budget of "
                    + budgetNanos / 1_000_000.0 + " ms");
        }
        count();
    }

    void failed(String reason) {
        lastError = reason;
        if (errors.incrementAndGet() > maxErrors) {
            tell("more than " + maxErrors + " of " + RUN + " calls failed, the last one because " + lastError);
        }
        count();
    }

    private void count() {
        long count = calls.incrementAndGet();
        if (count == probationCalls && !told.get()) {
            proven.run();
        }
        if (count % RUN == 0) {
            errors.set(0);
            slow.set(0);
        }
    }

    private void tell(String reason) {
        if (told.compareAndSet(false, true)) {
            broken.accept(reason);
        }
    }
}
