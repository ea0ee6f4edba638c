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

import io.tohu.modbus.internal.exchange.BlockReader;
import io.tohu.modbus.internal.exchange.ReadPlan;
import io.tohu.modbus.internal.exchange.Reading;
import io.tohu.modbus.internal.exchange.Session;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.KuraValues;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Channels that are read together, with the plan for it. A channel whose settings are wrong fails alone. */
public final class ChannelBatch {

    private record Member(Target target, Point point, ValueException wrong) {}

    private final List<Member> members;
    private final ReadPlan plan;

    public ChannelBatch(List<? extends Target> targets, PointParser parser, Limits limits) {
        this.members = new ArrayList<>(targets.size());
        List<Span> spans = new ArrayList<>(targets.size());
        for (Target target : targets) {
            try {
                Point point = target.point(parser);
                members.add(new Member(target, point, null));
                spans.add(point.span());
            } catch (ValueException e) {
                members.add(new Member(target, null, e));
            }
        }
        this.plan = new ReadPlan(spans, limits);
    }

    /** Asks the device; never blocks, and always completes normally. */
    public CompletableFuture<Reading[]> read(Session session) {
        return BlockReader.read(session, plan);
    }

    /** Hands each target what was read for it. */
    public void deliver(Reading[] readings, long now) {
        int next = 0;
        for (Member member : members) {
            if (member.wrong() != null) {
                member.target().failed(member.wrong(), now);
            } else {
                deliver(member.target(), member.point(), readings[next++]);
            }
        }
    }

    /** Tells every target that there is nothing to be had. */
    public void fail(Exception failure, long now) {
        members.forEach(m -> m.target().failed(m.wrong() != null ? m.wrong() : failure, now));
    }

    private static void deliver(Target target, Point point, Reading reading) {
        try {
            if (reading.failure() != null) {
                throw new ValueException(reading.failure().getMessage());
            }
            int offset = reading.offset(point.span());
            target.value(KuraValues.read(point, target.valueType(), reading.data(), offset), reading.time());
        } catch (ValueException e) {
            target.failed(new ValueException(point.where() + ": " + e.getMessage()), reading.time());
        }
    }

    /** Whether the link broke before anything could be read. */
    public static boolean linkLost(Reading[] readings) {
        return readings.length > 0
                && Arrays.stream(readings)
                        .allMatch(r -> r.failure() != null && r.failure().kind() == ExchangeException.Kind.LINK);
    }
}
