/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.channel;

import io.tohu.modbus.internal.exchange.Answer;
import io.tohu.modbus.internal.exchange.BlockReader;
import io.tohu.modbus.internal.exchange.ReadPlan;
import io.tohu.modbus.internal.exchange.Session;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Channels that are read together, with the plan for it. A channel whose settings are wrong fails alone. */
public final class ChannelBatch {

    private record Misfit(Target target, ValueException wrong) {}

    private final List<Slot> slots;
    private final List<Misfit> misfits = new ArrayList<>();
    private final ReadPlan plan;
    private int turn;
    private boolean linkLost;

    public ChannelBatch(List<? extends Target> targets, PointParser parser, Limits limits) {
        this.slots = new ArrayList<>(targets.size());
        List<Span> spans = new ArrayList<>(targets.size());
        for (Target target : targets) {
            try {
                Point point = target.point(parser);
                slots.add(new Slot(target, point));
                spans.add(point.span());
            } catch (ValueException e) {
                misfits.add(new Misfit(target, e));
            }
        }
        this.plan = new ReadPlan(spans, limits);
    }

    /**
     * Asks the device and hands each target what was read for it as it comes, so that values are made while the device
     * works on the next request. Never blocks. Of two that overlap, the later alone goes on.
     *
     * @return always completes normally, when all targets have theirs
     */
    public CompletableFuture<Void> read(Session session, long now) {
        int mine = begin(now);
        return BlockReader.read(session, plan, answer -> deliver(answer, mine));
    }

    /** Asks the device, and gives nothing to the targets yet. Never blocks, and always completes normally. */
    public CompletableFuture<List<Answer>> ask(Session session) {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        return BlockReader.read(session, plan, answers::add).thenApply(v -> List.copyOf(answers));
    }

    /** Hands each target what was read for it. */
    public void deliver(List<Answer> answers, long now) {
        int mine = begin(now);
        answers.forEach(answer -> deliver(answer, mine));
    }

    /** Tells every target that there is nothing to be had. */
    public synchronized void fail(Exception failure, long now) {
        failMisfits(now);
        slots.forEach(s -> s.fail(failure, now));
    }

    /** Whether the link broke before anything could be read in the last reading. */
    public synchronized boolean linkLost() {
        return linkLost;
    }

    /** The same of answers that were not given out. */
    public static boolean linkLost(List<Answer> answers) {
        return !answers.isEmpty() && answers.stream().allMatch(ChannelBatch::lost);
    }

    private static boolean lost(Answer answer) {
        return answer.reading().failure() != null && answer.reading().failure().kind() == Kind.LINK;
    }

    private synchronized int begin(long now) {
        failMisfits(now);
        linkLost = !slots.isEmpty();
        return ++turn;
    }

    private synchronized void deliver(Answer answer, int of) {
        if (of != turn) {
            return;
        }
        linkLost &= lost(answer);
        for (int place : answer.places()) {
            slots.get(place).take(answer.reading());
        }
    }

    private void failMisfits(long now) {
        misfits.forEach(m -> m.target().failed(m.wrong(), now));
    }
}
