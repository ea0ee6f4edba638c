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
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The threads of all Modbus drivers of this bundle: one or two for sockets, two for time, and as many workers as there is
 * work that may block. Nothing of the library's own shared threads is used, so {@link #close} leaves none behind.
 */
@Component(service = FieldThreads.class)
public final class FieldThreads implements Timer, AutoCloseable {

    /** A thread for the sockets of half the drivers, where they have a processor each. */
    private static final int LOOPS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final NioEventLoopGroup eventLoop = new NioEventLoopGroup(LOOPS, named("tohu-modbus-io"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("tohu-modbus-clock"));
    private final ExecutorService workers = Executors.newCachedThreadPool(named("tohu-modbus-worker"));
    private final WheelTimeouts timeouts = new WheelTimeouts(named("tohu-modbus-timeouts"), workers);

    public FieldThreads() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public EventLoopGroup eventLoop() {
        return eventLoop;
    }

    public ExecutorService workers() {
        return workers;
    }

    public TimeoutScheduler timeouts() {
        return timeouts;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public Scheduled schedule(Runnable task, long delayNanos) {
        var future = clock.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** Called when the last driver of the bundle is gone. Ends every thread; waits up to two seconds for the sockets' thread. */
    @Deactivate
    @Override
    public void close() {
        clock.shutdownNow();
        timeouts.close();
        eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        workers.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
