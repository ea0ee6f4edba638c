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

import io.tohu.modbus.internal.channel.ChannelBatch;
import io.tohu.modbus.internal.channel.Target;
import io.tohu.modbus.internal.exchange.Reading;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A source whose readings the test finishes; every register holds the same value. */
final class FakeSource implements PollSource {

    static final int REGISTERS = 10;

    final List<CompletableFuture<Runnable>> polls = new ArrayList<>();
    int value;
    int batches;

    private final Limits limits = new Limits(125, 2000, 0);
    private ChannelBatch polled;

    @Override
    public ChannelBatch batch(List<? extends Target> targets) {
        batches++;
        return new ChannelBatch(targets, new PointParser(0, limits), limits);
    }

    @Override
    public CompletableFuture<Runnable> poll(ChannelBatch batch) {
        polled = batch;
        CompletableFuture<Runnable> poll = new CompletableFuture<>();
        polls.add(poll);
        return poll;
    }

    void answer() {
        byte[] data = {(byte) (value >> 8), (byte) value};
        Map<Span, Reading> readings = new HashMap<>();
        for (int i = 0; i < REGISTERS; i++) {
            readings.put(new Span(1, Table.HOLDING_REGISTER, i, 1), new Reading(data, 0, 1, null));
        }
        ChannelBatch batch = polled;
        polls.get(polls.size() - 1).complete(() -> batch.deliver(readings, 1));
    }

    void fail(String reason) {
        ChannelBatch batch = polled;
        polls.get(polls.size() - 1).complete(() -> batch.fail(new IllegalStateException(reason), 1));
    }
}
