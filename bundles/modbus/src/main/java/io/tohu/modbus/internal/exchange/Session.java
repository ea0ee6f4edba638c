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

import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import io.tohu.modbus.internal.Timer;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.LostReply;
import io.tohu.modbus.internal.link.Reasons;
import io.tohu.modbus.internal.plan.AddressMemory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A link with manners: pace, repetition, checks, and what was learned about the devices behind it. */
public final class Session {

    /** A busy device gets this long before the question is repeated. */
    private static final Duration BUSY_PAUSE = Duration.ofMillis(100);

    private static final int BUSY = 6;

    /** On a serial line; over TCP some devices go by this number. */
    private static final int BROADCAST = 0;

    private final Link link;
    private final LostReply lostReply;
    private final Supplier<Pacing> pacing;
    private final Timer timer;
    private final RequestWindow<ModbusResponsePdu> window;
    private final AddressMemory memory;
    private final UnitHabits habits;
    private int silence;
    private volatile boolean replied;

    /** @param lostReply what has to be done after one */
    public Session(
            Link link,
            LostReply lostReply,
            Supplier<Pacing> pacing,
            AddressMemory memory,
            UnitHabits habits,
            Timer timer) {
        this.link = link;
        this.lostReply = lostReply;
        this.pacing = pacing;
        this.timer = timer;
        this.memory = memory;
        this.habits = habits;
        this.window = new RequestWindow<>(
                () -> lostReply == LostReply.TOLD_APART ? pacing.get().inFlight() : 1,
                () -> pacing.get().pause().toNanos(),
                timer);
        link.closed()
                .thenAccept(reason -> window.end(new ExchangeException(Kind.LINK, "the connection ended: " + reason)));
    }

    /**
     * Asks until there is a reply or the tries are used up.
     *
     * @return the reply, checked against the request; or an {@link ExchangeException}
     */
    CompletableFuture<ModbusResponsePdu> read(int unit, ModbusRequestPdu request) {
        if (unit == BROADCAST && lostReply != LostReply.TOLD_APART) {
            return CompletableFuture.failedFuture(noReplyToAll());
        }
        if (habits.rests(unit)) {
            return CompletableFuture.failedFuture(new ExchangeException(
                    Kind.NOT_ASKED,
                    "no reply earlier; the unit is left alone for a while, so that others are not held up"));
        }
        long asked = timer.nanoTime();
        Supplier<CompletableFuture<ModbusResponsePdu>> send =
                () -> lostReply == LostReply.WAITED_OUT && habits.silentSince(unit, asked)
                        ? notAsked()
                        : sendOnce(unit, request);
        int retries = lostReply == LostReply.FRESH_LINK ? 0 : pacing.get().retries();
        return settled(unit, window.submit(send), () -> sendOnce(unit, request), retries);
    }

    /** Asks once: the device may have carried out a write whose reply was lost. */
    CompletableFuture<ModbusResponsePdu> write(int unit, ModbusRequestPdu request) {
        if (unit == BROADCAST && lostReply != LostReply.TOLD_APART) {
            return CompletableFuture.failedFuture(noReplyToAll());
        }
        return settled(unit, window.submit(() -> sendOnce(unit, request)), () -> sendOnce(unit, request), 0);
    }

    public AddressMemory memory() {
        return memory;
    }

    UnitHabits habits() {
        return habits;
    }

    Timer timer() {
        return timer;
    }

    /** Whether anything ever came back: only then is the device itself known to be there. */
    public boolean replied() {
        return replied;
    }

    public boolean isOpen() {
        return !link.closed().isDone();
    }

    public CompletableFuture<String> closed() {
        return link.closed();
    }

    /** Completes when the link is given back. */
    public CompletableFuture<Void> close(String reason) {
        return link.close(reason);
    }

    /**
     * Of the requests that a reading queues for a unit of a line, the rest need not run into the silence of the first.
     * Elsewhere a few lost replies end the connection, and all that wait with it.
     */
    private static CompletableFuture<ModbusResponsePdu> notAsked() {
        return CompletableFuture.failedFuture(new ExchangeException(
                Kind.NOT_ASKED, "no reply to another request just now, so that this one was not sent"));
    }

    /** What came, after the tries that are left. A repetition goes before what waits: it is the older one. */
    private CompletableFuture<ModbusResponsePdu> settled(
            int unit,
            CompletableFuture<ModbusResponsePdu> attempt,
            Supplier<CompletableFuture<ModbusResponsePdu>> again,
            int triesLeft) {
        return attempt.handle((reply, thrown) -> {
                    if (thrown == null) {
                        return CompletableFuture.completedFuture(reply);
                    }
                    ExchangeException failure = Reasons.exchange(thrown);
                    if (triesLeft == 0 || !worthRepeating(failure)) {
                        if (failure.kind() == Kind.NO_REPLY) {
                            habits.silent(unit);
                        }
                        return CompletableFuture.<ModbusResponsePdu>failedFuture(failure);
                    }
                    return later(failure)
                            .thenCompose(v -> settled(unit, window.submitFirst(again), again, triesLeft - 1));
                })
                .thenCompose(f -> f);
    }

    private CompletableFuture<ModbusResponsePdu> sendOnce(int unit, ModbusRequestPdu request) {
        return link.send(unit, request)
                .thenApply(reply -> {
                    try {
                        Replies.check(request, reply);
                        return reply;
                    } catch (ExchangeException e) {
                        throw new CompletionException(e);
                    }
                })
                .whenComplete((reply, thrown) -> watch(unit, thrown == null ? null : Reasons.exchange(thrown)));
    }

    private void watch(int unit, ExchangeException failure) {
        if (failure != null && failure.kind() == Kind.LINK) {
            return;
        }
        String end = failure == null || failure.kind() == Kind.REFUSED ? answered(unit) : unanswered(failure);
        if (end != null) {
            link.close(end);
        }
    }

    private synchronized String answered(int unit) {
        habits.answered(unit);
        silence = 0;
        replied = true;
        return null;
    }

    private synchronized String unanswered(ExchangeException failure) {
        silence++;
        if (lostReply == LostReply.FRESH_LINK) {
            return failure.getMessage() + "; starting afresh, since a late reply could not be told apart";
        }
        if (lostReply == LostReply.WAITED_OUT) {
            if (failure.kind() != Kind.DAMAGED) {
                window.hold(pacing.get().settle().toNanos());
            }
            return null;
        }
        return silence >= pacing.get().inFlight() + 2 ? "no valid reply to the last " + silence + " requests" : null;
    }

    private static ExchangeException noReplyToAll() {
        return new ExchangeException(
                Kind.BAD_REPLY, "unit 0 speaks to all devices of a serial line, and none replies: use 1 to 247");
    }

    private static boolean worthRepeating(ExchangeException failure) {
        return switch (failure.kind()) {
            case NO_REPLY, BAD_REPLY, DAMAGED -> true;
            case REFUSED -> failure.refusedWith(BUSY);
            case LINK, NOT_ASKED -> false;
        };
    }

    private CompletableFuture<Void> later(ExchangeException failure) {
        CompletableFuture<Void> later = new CompletableFuture<>();
        if (failure.kind() == Kind.REFUSED) {
            timer.schedule(() -> later.complete(null), BUSY_PAUSE.toNanos());
        } else {
            later.complete(null);
        }
        return later;
    }
}
