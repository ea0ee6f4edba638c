/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of all servers. They are the plant's own, so that stopping it ends them and disturbs nobody else's. */
public final class ServerThreads implements AutoCloseable {

    private final EventLoopGroup network = new NioEventLoopGroup(2, new DefaultThreadFactory("plant-net", true));
    private final ExecutorService workers = Executors.newCachedThreadPool(new DefaultThreadFactory("plant-work", true));
    private final ScheduledExecutorService timers =
            Executors.newScheduledThreadPool(1, new DefaultThreadFactory("plant-timer", true));

    public EventLoopGroup network() {
        return network;
    }

    public ExecutorService workers() {
        return workers;
    }

    public ScheduledExecutorService timers() {
        return timers;
    }

    @Override
    public void close() {
        timers.shutdownNow();
        workers.shutdownNow();
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
