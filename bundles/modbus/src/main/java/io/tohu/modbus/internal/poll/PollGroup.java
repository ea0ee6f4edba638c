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
import io.tohu.modbus.internal.channel.ChannelBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels that are read together at one interval. Each reading is due at a multiple of the interval after the first,
 * so the schedule does not drift; one that is due while the one before still runs is left out, so nothing piles up
 * before a slow device or listener.
 */
final class PollGroup {

    private static final Logger LOG = LoggerFactory.getLogger(PollGroup.class);

    private final String name;
    private final long interval;
    private final PollSource source;
    private final Timer timer;
    private final Executor workers;
    private final Lateness lateness;
    private final List<Subscription> members = new ArrayList<>();

    private ChannelBatch batch;
    private long due;
    private Timer.Scheduled next = () -> {};
    private boolean running;
    private boolean broken;
    private boolean closed;

    /**
     * @param name of the driver, for the log
     * @param workers run the listeners
     */
    PollGroup(String name, int intervalMillis, PollSource source, Timer timer, Executor workers) {
        this.name = name;
        this.interval = TimeUnit.MILLISECONDS.toNanos(intervalMillis);
        this.source = source;
        this.timer = timer;
        this.workers = workers;
        this.lateness = new Lateness(intervalMillis);
    }

    /** @param settle how long to wait for more members before the first reading, in nanoseconds */
    synchronized void start(long settle) {
        due = timer.nanoTime() + settle;
        next = timer.schedule(this::tick, settle);
    }

    synchronized void add(Subscription member) {
        members.add(member);
        batch = null;
    }

    /** @return whether the group is empty now */
    synchronized boolean remove(Object listener) {
        if (members.removeIf(m -> m.listener().equals(listener))) {
            batch = null;
        }
        return members.isEmpty();
    }

    /** The settings that a plan rests on have changed. */
    synchronized void replan() {
        batch = null;
    }

    synchronized void close() {
        closed = true;
        next.cancel();
    }

    private void tick() {
        ChannelBatch now = begin();
        if (now == null) {
            return;
        }
        try {
            source.poll(now).thenAcceptAsync(Runnable::run, workers).whenComplete((v, failure) -> finished(failure));
        } catch (RuntimeException e) {
            finished(e);
        }
    }

    private synchronized ChannelBatch begin() {
        if (closed) {
            return null;
        }
        long behind = timer.nanoTime() - due;
        due += interval * (1 + Math.max(0, behind) / interval);
        next = timer.schedule(this::tick, due - timer.nanoTime());
        watchLateness();
        if (running) {
            return null;
        }
        if (batch == null) {
            batch = source.batch(List.copyOf(members));
        }
        running = true;
        return batch;
    }

    private void watchLateness() {
        switch (lateness.due(running)) {
            case TOO_SLOW -> LOG.warn(
                    "{}: reading {} channels takes longer than their interval of {} ms: readings are left out; raise"
                            + " poll.interval",
                    name,
                    members.size(),
                    TimeUnit.NANOSECONDS.toMillis(interval));
            case IN_TIME -> LOG.info(
                    "{}: readings keep to their interval of {} ms again",
                    name,
                    TimeUnit.NANOSECONDS.toMillis(interval));
            case NONE -> {
                // Said already.
            }
        }
    }

    private synchronized void finished(Throwable failure) {
        running = false;
        boolean again = broken;
        broken = failure != null;
        if (broken && !again && !closed) {
            LOG.error("{}: a reading failed in a way that nobody foresaw", name, failure);
        }
    }
}
