/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Reasons;
import io.tohu.modbus.internal.plan.AddressMemory;
import io.tohu.modbus.internal.plan.Block;
import io.tohu.modbus.internal.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries out a read plan. A block that the device refuses for an address is split in halves until the refused span
 * stands alone, or until both halves pass, which tells that the refusal lay in the gap or the length; either is
 * remembered, so that the next plan asks right at once.
 */
public final class BlockReader {

    private static final int ILLEGAL_ADDRESS = 2;
    /** What some devices answer to a count that is too large for them. */
    private static final int ILLEGAL_VALUE = 3;

    private enum Outcome {
        READ,
        CAUSE_FOUND,
        FAILED
    }

    private final Session session;
    private final AddressMemory memory;
    private final Map<Span, Reading> readings = new ConcurrentHashMap<>();

    private BlockReader(Session session) {
        this.session = session;
        this.memory = session.memory();
    }

    /**
     * Never blocks.
     *
     * @return one reading for each span of the plan, always normally
     */
    public static CompletableFuture<Map<Span, Reading>> read(Session session, ReadPlan plan) {
        return new BlockReader(session).read(plan.view(session));
    }

    private CompletableFuture<Map<Span, Reading>> read(ReadPlan.View plan) {
        List<CompletableFuture<?>> open = new ArrayList<>(plan.blocks().size());
        for (Block block : plan.blocks()) {
            open.add(ask(block));
        }
        for (Span span : plan.refused()) {
            Optional<String> reason = memory.refusal(span);
            if (reason.isPresent()) {
                fail(span, new ExchangeException(Kind.BAD_REPLY, reason.get()));
            } else {
                open.add(ask(new Block(span, List.of(span))));
            }
        }
        return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).thenApply(v -> readings);
    }

    private CompletableFuture<Outcome> ask(Block block) {
        Span span = block.span();
        return session.read(span.unit(), Replies.readRequest(span))
                .handle((reply, thrown) ->
                        thrown == null ? keep(block, reply) : refused(block, Reasons.exchange(thrown)))
                .thenCompose(f -> f);
    }

    private CompletableFuture<Outcome> keep(Block block, ModbusResponsePdu reply) {
        long time = session.timer().wallMillis();
        byte[] data = Replies.data(reply);
        int cell = block.span().table().bits() ? 1 : 2;
        for (Span member : block.members()) {
            readings.put(
                    member,
                    new Reading(data, cell * (member.start() - block.span().start()), time, null));
            memory.accept(member);
        }
        return CompletableFuture.completedFuture(Outcome.READ);
    }

    private CompletableFuture<Outcome> refused(Block block, ExchangeException failure) {
        boolean address = failure.refusedWith(ILLEGAL_ADDRESS) || failure.refusedWith(ILLEGAL_VALUE);
        if (address && block.members().size() > 1) {
            return split(block);
        }
        for (Span member : block.members()) {
            if (address) {
                memory.refuse(member, failure.getMessage());
            }
            fail(member, failure);
        }
        return CompletableFuture.completedFuture(address ? Outcome.CAUSE_FOUND : Outcome.FAILED);
    }

    private CompletableFuture<Outcome> split(Block block) {
        List<Block> halves = block.halves();
        return ask(halves.get(0)).thenCombine(ask(halves.get(1)), (left, right) -> {
            if (left == Outcome.READ && right == Outcome.READ) {
                memory.cut(halves.get(1).span());
                return Outcome.CAUSE_FOUND;
            }
            return left == Outcome.CAUSE_FOUND || right == Outcome.CAUSE_FOUND ? Outcome.CAUSE_FOUND : Outcome.FAILED;
        });
    }

    private void fail(Span span, ExchangeException failure) {
        readings.put(span, Reading.failed(failure, session.timer().wallMillis()));
    }
}
