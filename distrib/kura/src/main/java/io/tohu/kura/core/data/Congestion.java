/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches how long too many messages are in flight, and then does what may help. */
final class Congestion {

    private static final Logger LOG = LoggerFactory.getLogger(Congestion.class);

    private final ScheduledExecutorService thread;
    private final TimeUnit unit;
    private final Runnable remedy;
    private ScheduledFuture<?> watch;

    Congestion(String name, TimeUnit unit, Runnable remedy) {
        this.unit = unit;
        this.remedy = remedy;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "congestion-" + name));
    }

    /**
     * @param timeout time from now on, 0 for as long as it takes
     */
    synchronized void begin(int timeout) {
        if (timeout != 0 && (watch == null || watch.isDone()) && !thread.isShutdown()) {
            watch = thread.schedule(
                    () -> {
                        LOG.warn("No confirmation in {} s: disconnecting and connecting again", timeout);
                        remedy.run();
                    },
                    timeout,
                    unit);
        }
    }

    synchronized void end() {
        if (watch != null) {
            watch.cancel(true);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
