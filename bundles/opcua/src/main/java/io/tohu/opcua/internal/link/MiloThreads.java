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

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.HashedWheelTimer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that Milo and Netty work with, for one driver instance. Milo would share them per class loader and
 * nobody could say when the last user is gone; owned by the instance they end with it.
 */
final class MiloThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MiloThreads.class);
    private static final long CLOSE_SECONDS = 5;

    private final NioEventLoopGroup eventLoop;
    private final ExecutorService workers;
    private final ScheduledExecutorService scheduler;
    private final HashedWheelTimer timer;

    /**
     * @param name start of every thread's name
     * @param maxPauseMillis the longest pause between the stack's own tries to reconnect, asked before each
     */
    MiloThreads(String name, LongSupplier maxPauseMillis) {
        eventLoop = new NioEventLoopGroup(1, named(name + "-io"));
        // Unbounded like Milo's own: its workers may block on each other, and their number is that of pending answers.
        // What comes after the end is of no use to anyone.
        workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                named(name + "-worker"),
                new ThreadPoolExecutor.DiscardPolicy());
        scheduler = new BoundedPauses(named(name + "-schedule"), maxPauseMillis);
        timer = new HashedWheelTimer(named(name + "-timer"));
    }

    void applyTo(OpcTcpClientTransportConfigBuilder transport) {
        transport
                .setEventLoop(eventLoop)
                .setExecutor(workers)
                .setScheduledExecutor(scheduler)
                .setWheelTimer(timer);
    }

    /** Ends every thread; sockets that are still open are closed with the event loop. */
    @Override
    public void close() {
        // Who is interrupted is closing; the threads should have their time to end all the same.
        boolean interrupted = Thread.interrupted();
        scheduler.shutdownNow();
        boolean ended = false;
        try {
            ended = eventLoop
                    .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                    .await(CLOSE_SECONDS, TimeUnit.SECONDS);
            workers.shutdown();
            ended &= workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            ended &= scheduler.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            workers.shutdownNow();
            // Last, for the others set timeouts until they end.
            timer.stop();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (!ended) {
            LOG.warn("Some threads of the OPC UA stack did not end within {} s", CLOSE_SECONDS);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // What the stack has not caught by itself concerns one request; while closing it is of no use to anyone.
            thread.setUncaughtExceptionHandler((t, error) -> LOG.debug("{} ended with an error", t.getName(), error));
            return thread;
        };
    }
}
