/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.poll;

import io.tohu.modbus.internal.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.channel.listener.ChannelListener;

/** Reads the channels that somebody listens to, all of one interval together. */
public final class Poller implements AutoCloseable {

    /** Settings of a channel: milliseconds, and the distance in the channel's own unit. */
    public static final String INTERVAL = "poll.interval";

    public static final String DEADBAND = "deadband";

    /** An asset registers its channels one after the other: their first reading should be one. */
    private static final long SETTLE = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final PollSource source;
    private final Timer timer;
    private final Executor workers;
    private final Map<Integer, PollGroup> groups = new HashMap<>();
    private boolean closed;

    /**
     * @param name of the driver, for the log
     * @param workers run the listeners, which may block
     */
    public Poller(String name, PollSource source, Timer timer, Executor workers) {
        this.name = name;
        this.source = source;
        this.timer = timer;
        this.workers = workers;
    }

    /** A channel whose settings are wrong is registered too: its listener hears what is wrong. */
    public synchronized void register(Map<String, Object> settings, ChannelListener listener) {
        if (closed) {
            return;
        }
        Subscription subscription = new Subscription(new HashMap<>(settings), listener);
        PollGroup group = groups.get(subscription.interval());
        if (group == null) {
            group = new PollGroup(name, subscription.interval(), source, timer, workers);
            groups.put(subscription.interval(), group);
            group.start(SETTLE);
        }
        group.add(subscription);
    }

    public synchronized void unregister(ChannelListener listener) {
        groups.values().removeIf(group -> {
            boolean empty = group.remove(listener);
            if (empty) {
                group.close();
            }
            return empty;
        });
    }

    /** To be called when settings have changed that plans rest on. */
    public synchronized void replan() {
        groups.values().forEach(PollGroup::replan);
    }

    @Override
    public synchronized void close() {
        closed = true;
        groups.values().forEach(PollGroup::close);
        groups.clear();
    }
}
