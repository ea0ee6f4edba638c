/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The stack's schedule, with an upper bound for its pauses between tries. While a session is kept alive over a broken
 * line the stack alone reconnects, with growing pauses of up to 16 s for the line and as much for the session, and it
 * offers no setting for them. They are what it schedules in seconds; its timeouts and keep-alives are in milliseconds.
 */
final class BoundedPauses extends ScheduledThreadPoolExecutor {

    private final LongSupplier maxMillis;

    /** @param maxMillis the longest pause, asked before each */
    BoundedPauses(ThreadFactory threads, LongSupplier maxMillis) {
        super(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        this.maxMillis = maxMillis;
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (unit == TimeUnit.SECONDS) {
            long pause = Math.min(unit.toMillis(delay), maxMillis.getAsLong());
            return super.schedule(command, pause, TimeUnit.MILLISECONDS);
        }
        return super.schedule(command, delay, unit);
    }
}
