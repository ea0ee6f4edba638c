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
import io.tohu.modbus.internal.exchange.ReadPlan.Request;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Reasons;
import io.tohu.modbus.internal.plan.AddressMemory;
import io.tohu.modbus.internal.plan.Block;
import io.tohu.modbus.internal.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
    private final ReadPlan plan;
    private final AddressMemory memory;
    private final Consumer<Answer> taker;

    private BlockReader(Session session, ReadPlan plan, Consumer<Answer> taker) {
        this.session = session;
        this.plan = plan;
        this.memory = session.memory();
        this.taker = taker;
    }

    /**
     * Never blocks.
     *
     * @param taker gets an answer for each span of the plan's list, exactly one; in the thread that a reply comes in, so
     *     it must be quick, and for different answers perhaps at the same time
     * @return always completes normally, when all answers were given
     */
    public static CompletableFuture<Void> read(Session session, ReadPlan plan, Consumer<Answer> taker) {
        return new BlockReader(session, plan, taker).read(plan.view(session));
    }

    private CompletableFuture<Void> read(ReadPlan.View view) {
        List<CompletableFuture<?>> open = new ArrayList<>(view.requests().size());
        for (Request request : view.requests()) {
            open.add(ask(request));
        }
        for (Request request : view.refused()) {
            Optional<String> reason = memory.refusal(request.block().span());
            if (reason.isPresent()) {
                fail(request, new ExchangeException(Kind.BAD_REPLY, reason.get()));
            } else {
                open.add(ask(request));
            }
        }
        return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Outcome> ask(Request request) {
        Span span = request.block().span();
        return session.read(span.unit(), Replies.readRequest(span))
                .handle((reply, thrown) ->
                        thrown == null ? keep(request, reply) : refused(request, Reasons.exchange(thrown)))
                .thenCompose(f -> f);
    }

    private CompletableFuture<Outcome> keep(Request request, ModbusResponsePdu reply) {
        Block block = request.block();
        give(
                request,
                new Reading(block.span(), Replies.data(reply), session.timer().wallMillis(), null));
        if (memory.refusesAny()) {
            block.members().forEach(memory::accept);
        }
        return CompletableFuture.completedFuture(Outcome.READ);
    }

    private CompletableFuture<Outcome> refused(Request request, ExchangeException failure) {
        boolean address = failure.refusedWith(ILLEGAL_ADDRESS) || failure.refusedWith(ILLEGAL_VALUE);
        List<Span> members = request.block().members();
        if (address && members.size() > 1) {
            return split(request.block());
        }
        if (address) {
            memory.refuse(members.get(0), failure.getMessage());
        }
        fail(request, failure);
        return CompletableFuture.completedFuture(address ? Outcome.CAUSE_FOUND : Outcome.FAILED);
    }

    private CompletableFuture<Outcome> split(Block block) {
        List<Block> halves = block.halves();
        return ask(plan.request(halves.get(0))).thenCombine(ask(plan.request(halves.get(1))), (left, right) -> {
            if (left == Outcome.READ && right == Outcome.READ) {
                memory.cut(halves.get(1).span());
                return Outcome.CAUSE_FOUND;
            }
            return left == Outcome.CAUSE_FOUND || right == Outcome.CAUSE_FOUND ? Outcome.CAUSE_FOUND : Outcome.FAILED;
        });
    }

    private void fail(Request request, ExchangeException failure) {
        give(request, new Reading(request.block().span(), null, session.timer().wallMillis(), failure));
    }

    private void give(Request request, Reading reading) {
        taker.accept(new Answer(request.places(), reading));
    }
}
