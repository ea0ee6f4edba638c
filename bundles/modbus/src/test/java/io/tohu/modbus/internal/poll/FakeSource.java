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
import io.tohu.modbus.internal.exchange.Answer;
import io.tohu.modbus.internal.exchange.Reading;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.Table;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A source whose readings the test finishes; every register holds the same value. */
final class FakeSource implements PollSource {

    private static final int MOST = 10;

    final List<CompletableFuture<Runnable>> polls = new ArrayList<>();
    int value;
    int batches;

    private final Limits limits = new Limits(125, 2000, 0);
    private ChannelBatch polled;
    private int channels;

    @Override
    public ChannelBatch batch(List<? extends Target> targets) {
        batches++;
        channels = targets.size();
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
        ByteBuffer data = ByteBuffer.allocate(2 * MOST);
        while (data.hasRemaining()) {
            data.putShort((short) value);
        }
        ChannelBatch batch = polled;
        Answer answer = new Answer(
                IntStream.range(0, channels).toArray(),
                new Reading(new Span(1, Table.HOLDING_REGISTER, 0, MOST), data.array(), 1, null));
        polls.get(polls.size() - 1).complete(() -> batch.deliver(List.of(answer), 1));
    }
}
