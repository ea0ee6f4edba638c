/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import io.tohu.opcua.internal.channel.ChannelException;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.Failures;
import io.tohu.opcua.internal.link.LinkObserver;
import io.tohu.opcua.internal.status.DriverStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.milo.opcua.stack.core.UaException;

/**
 * What is listened to, independent of sessions: registrations last until they are taken back, and every session gets
 * its subscriptions built from them. Channels that the server refuses are tried again from time to time.
 */
public final class Subscriptions implements LinkObserver {

    private static final long EMPTY_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final Supplier<Tuning> tuning;
    private final DriverStatus status;
    private final Losses losses;
    private final long retryNanos;
    private final Set<ListenedChannel> registered = ConcurrentHashMap.newKeySet();
    // Of the current session, touched by the link's thread only.
    private final Map<Double, PublishingGroup> groups = new HashMap<>();
    private final Map<ListenedChannel, Long> refusedAt = new HashMap<>();
    private final Map<PublishingGroup, Long> emptySince = new HashMap<>();

    /**
     * @param instance name of the driver instance, for log lines
     * @param status where losses are counted
     * @param retry pause before a channel that the server refused is tried again
     */
    public Subscriptions(String instance, Supplier<Tuning> tuning, DriverStatus status, Duration retry) {
        this.losses = new Losses(instance, status);
        this.tuning = tuning;
        this.status = status;
        this.retryNanos = retry.toNanos();
    }

    /** Takes a registration; it is acted upon with the next {@link #tend}. */
    public void register(ChannelSpec spec, ChannelListener listener) {
        registered.add(new ListenedChannel(spec, listener));
    }

    /** Takes registrations back; no event begins for their listener once this returns. */
    public void unregister(ChannelListener listener) {
        registered.removeIf(channel -> {
            if (channel.listener() == listener) {
                channel.close();
                return true;
            }
            return false;
        });
    }

    /** Whether anybody listens. */
    public boolean isEmpty() {
        return registered.isEmpty();
    }

    @Override
    public void connected(Connection connection) {
        groups.clear();
        refusedAt.clear();
        emptySince.clear();
    }

    @Override
    public void tend(Connection connection) {
        removeUnwanted();
        Map<Double, List<ListenedChannel>> missing = missing();
        missing.forEach((interval, channels) -> {
            try {
                PublishingGroup group = groups.get(interval);
                if (group == null) {
                    group = PublishingGroup.create(connection, interval, tuning, losses);
                    groups.put(interval, group);
                }
                group.add(items(connection, channels)).forEach(this::refuse);
            } catch (UaException e) {
                channels.forEach(channel -> refuse(channel, Failures.describe(e)));
            }
        });
        deleteEmpty();
        losses.report();
    }

    @Override
    public void lost(String reason) {
        Set<ListenedChannel> others = new HashSet<>(registered);
        for (PublishingGroup group : groups.values()) {
            group.fail(reason);
            others.removeAll(group.channels());
        }
        others.forEach(channel -> channel.failed(reason));
    }

    @Override
    public void resumed(Connection connection) {
        // The server kept the subscriptions and sends by itself what changed meanwhile.
        groups.values().forEach(PublishingGroup::resume);
    }

    @Override
    public void retired(Connection connection) {
        if (!groups.isEmpty()) {
            status.gap();
        }
        groups.values().forEach(PublishingGroup::retire);
        losses.report();
        groups.clear();
        emptySince.clear();
    }

    private void removeUnwanted() {
        refusedAt.keySet().retainAll(registered);
        groups.entrySet().removeIf(entry -> {
            PublishingGroup group = entry.getValue();
            Collection<ListenedChannel> unwanted = group.channels().stream()
                    .filter(channel -> channel.closed() || orphan(channel) || interval(channel) != entry.getKey())
                    .toList();
            if (unwanted.isEmpty()) {
                return false;
            }
            boolean all = unwanted.size() == group.channels().size();
            if (all) {
                group.retire();
                emptySince.put(group, System.nanoTime());
            }
            group.remove(unwanted);
            return all;
        });
    }

    /** A node that is gone is looked for again like one that never was there. */
    private boolean orphan(ListenedChannel channel) {
        if (!channel.orphaned()) {
            return false;
        }
        channel.adopted();
        refusedAt.put(channel, System.nanoTime());
        return true;
    }

    /**
     * Deletes groups that have become empty, the last one only after a while: with no subscription left the server
     * refuses the request that waits for values, and the stack asks no more when a new subscription comes just then.
     */
    private void deleteEmpty() {
        long now = System.nanoTime();
        emptySince.entrySet().removeIf(entry -> {
            boolean due = !groups.isEmpty() || now - entry.getValue() > EMPTY_NANOS;
            if (due) {
                entry.getKey().delete();
            }
            return due;
        });
    }

    private Map<Double, List<ListenedChannel>> missing() {
        Set<ListenedChannel> candidates = new HashSet<>(registered);
        groups.values().forEach(group -> candidates.removeAll(group.channels()));
        long now = System.nanoTime();
        Map<Double, List<ListenedChannel>> byInterval = new HashMap<>();
        for (ListenedChannel channel : candidates) {
            Long refused = refusedAt.get(channel);
            if (refused == null || now - refused > retryNanos) {
                byInterval
                        .computeIfAbsent(interval(channel), i -> new ArrayList<>())
                        .add(channel);
            }
        }
        return byInterval;
    }

    private List<ChannelItem> items(Connection connection, List<ListenedChannel> channels) {
        List<ChannelItem> items = new ArrayList<>(channels.size());
        for (ListenedChannel channel : channels) {
            try {
                items.add(new ChannelItem(channel, channel.spec().node().resolve(connection.namespaces())));
            } catch (ChannelException e) {
                refuse(channel, e.getMessage());
            }
        }
        return items;
    }

    private void refuse(ListenedChannel channel, String reason) {
        refusedAt.put(channel, System.nanoTime());
        channel.failed(reason);
    }

    private double interval(ListenedChannel channel) {
        double own = channel.spec().monitoring().publishingMillis();
        return own > 0 ? own : tuning.get().publishingMillis();
    }
}
