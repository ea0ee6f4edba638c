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

import com.digitalpetri.modbus.TimeoutScheduler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Timeouts of requests. Nearly all are cancelled long before their time, which a wheel does without waking anybody: the
 * thread of an ordered queue would have to look at every request that comes first in it.
 */
final class WheelTimeouts implements TimeoutScheduler, AutoCloseable {

    /** How much later than asked for a timeout may come. */
    private static final long TICK_MILLIS = 10;

    private final HashedWheelTimer wheel;
    private final ExecutorService workers;

    /** @param workers run what is due */
    WheelTimeouts(ThreadFactory thread, ExecutorService workers) {
        this.wheel = new HashedWheelTimer(thread, TICK_MILLIS, TimeUnit.MILLISECONDS);
        this.workers = workers;
    }

    @Override
    public TimeoutHandle newTimeout(Task task, long delay, TimeUnit unit) {
        Timeout timeout = wheel.newTimeout(due -> workers.execute(() -> task.run(handle(due))), delay, unit);
        return handle(timeout);
    }

    private static TimeoutHandle handle(Timeout timeout) {
        return new TimeoutHandle() {
            @Override
            public void cancel() {
                timeout.cancel();
            }

            @Override
            public boolean isCancelled() {
                return timeout.isCancelled();
            }
        };
    }

    @Override
    public void close() {
        wheel.stop();
    }
}
