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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.ManualTimer;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.LostReply;
import io.tohu.modbus.internal.plan.AddressMemory;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sessions and the block reader over a link that answers as the test says. */
class SessionTest {

    private static final Pacing PACING =
            new Pacing(1, Duration.ZERO, 1, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(10));
    private static final Limits LIMITS = new Limits(125, 2000, 16);

    private final ManualTimer timer = new ManualTimer();
    private final FakeLink link = new FakeLink();

    private Session session(LostReply lostReply) {
        return new Session(
                link,
                lostReply,
                () -> PACING,
                new AddressMemory(timer::nanoTime, () -> PACING.refusedRetry().toNanos()),
                new UnitHabits(timer::nanoTime, () -> PACING.rest().toNanos()),
                timer);
    }

    private static Span of(int unit, int address) {
        return new Span(unit, Table.HOLDING_REGISTER, address, 1);
    }

    private List<Boolean> read(Session session, ReadPlan plan) {
        Boolean[] read = new Boolean[plan.size()];
        assertThat(begin(session, plan, read)).isCompleted();
        return Arrays.asList(read);
    }

    private static CompletableFuture<Void> begin(Session session, ReadPlan plan, Boolean[] read) {
        return BlockReader.read(session, plan, answer -> Arrays.stream(answer.places())
                .forEach(i -> read[i] = answer.reading().failure() == null));
    }

    private static boolean covers(String asked, int address) {
        String[] range = asked.substring(asked.indexOf(':') + 1).split("-");
        return Integer.parseInt(range[0]) <= address && address <= Integer.parseInt(range[1]);
    }

    @Test
    void aRefusedAddressIsAskedForAgainAloneAfterItsTimeAndJoinsTheBlockOnceItAnswers() {
        Session session = session(LostReply.TOLD_APART);
        ReadPlan plan = new ReadPlan(List.of(of(1, 1), of(1, 2), of(1, 3)), LIMITS);
        link.trouble = asked -> covers(asked, 2) ? ExchangeException.refused(3, 2) : null;
        assertThat(read(session, plan)).containsExactly(true, false, true);

        link.asked.clear();
        timer.advanceMillis(599_000);
        read(session, plan);
        assertThat(link.asked).containsExactly("1:1-1", "1:3-3");

        link.asked.clear();
        timer.advanceMillis(1_000);
        read(session, plan);
        assertThat(link.asked).as("still refused").containsExactly("1:1-1", "1:3-3", "1:2-2");

        timer.advanceMillis(600_000);
        link.trouble = asked -> null;
        assertThat(read(session, plan)).containsExactly(true, true, true);
        link.asked.clear();
        read(session, plan);
        assertThat(link.asked).containsExactly("1:1-3");
    }

    @Test
    void aFailureThatIsNoMatterOfAddressesIsNotPursuedWithMoreRequests() {
        Session session = session(LostReply.TOLD_APART);
        link.trouble = asked -> ExchangeException.refused(3, 4);

        assertThat(read(session, new ReadPlan(List.of(of(1, 1), of(1, 2)), LIMITS)))
                .containsExactly(false, false);
        assertThat(link.asked).hasSize(1);
    }

    @Test
    void theSameRegisterForTwoChannelsIsReadOnceAndGivenToBoth() {
        Session session = session(LostReply.TOLD_APART);

        assertThat(read(session, new ReadPlan(List.of(of(1, 5), of(1, 5)), LIMITS)))
                .containsExactly(true, true);
        assertThat(link.asked).containsExactly("1:5-5");
    }

    @Test
    void aBusyDeviceIsGivenAMomentBeforeTheQuestionIsRepeated() {
        Session session = session(LostReply.TOLD_APART);
        link.trouble = asked -> link.asked.size() == 1 ? ExchangeException.refused(3, 6) : null;
        Boolean[] read = new Boolean[1];
        CompletableFuture<Void> reading = begin(session, new ReadPlan(List.of(of(1, 1)), LIMITS), read);
        assertThat(reading).isNotDone();

        timer.advanceMillis(100);

        assertThat(reading).isCompleted();
        assertThat(read).containsExactly(true);
    }

    @Test
    void aDeviceThatNeverAnswersLosesItsConnection() {
        Session session = session(LostReply.TOLD_APART);
        link.trouble = asked -> FakeLink.silence();

        read(session, new ReadPlan(List.of(of(1, 1)), LIMITS));
        assertThat(session.isOpen()).isTrue();
        read(session, new ReadPlan(List.of(of(1, 1)), LIMITS));
        assertThat(session.isOpen()).isFalse();
        assertThat(session.replied()).isFalse();
    }

    @Test
    void repliesWithoutTransactionIdsAreTrustedNoMoreAfterOneIsMissing() {
        Session session = session(LostReply.FRESH_LINK);
        link.trouble = asked -> FakeLink.silence();

        read(session, new ReadPlan(List.of(of(1, 1)), LIMITS));

        assertThat(session.isOpen()).isFalse();
    }

    /** A reply that may still come would look like the next request's. */
    @Test
    void afterALostReplyOnALineNothingIsAskedUntilItMustHaveCome() {
        Session session = session(LostReply.WAITED_OUT);
        link.trouble = asked -> link.asked.size() == 1 ? FakeLink.silence() : null;
        Boolean[] read = new Boolean[1];
        CompletableFuture<Void> reading = begin(session, new ReadPlan(List.of(of(1, 1)), LIMITS), read);

        timer.advanceMillis(999);
        assertThat(link.asked).hasSize(1);
        timer.advanceMillis(1);
        assertThat(link.asked).hasSize(2);
        assertThat(reading).isCompleted();
        assertThat(session.isOpen()).isTrue();
    }

    /** Each would take its timeout, and on a line the time for a late reply too. */
    @Test
    void theRestOfAReadingDoesNotRunIntoTheSilenceThatTheFirstRequestMet() {
        Session session = session(LostReply.WAITED_OUT);
        link.trouble = asked -> FakeLink.silence();
        Boolean[] read = new Boolean[3];
        CompletableFuture<Void> reading =
                begin(session, new ReadPlan(List.of(of(1, 1), of(1, 300), of(1, 600)), LIMITS), read);

        timer.advanceMillis(1000);
        timer.advanceMillis(1000);

        assertThat(reading).isCompleted();
        assertThat(read).containsExactly(false, false, false);
        assertThat(link.asked).as("the first, and its repetition").containsExactly("1:1-1", "1:1-1");

        link.trouble = asked -> null;
        timer.advanceMillis(1000);
        assertThat(read(session, new ReadPlan(List.of(of(1, 1), of(1, 300)), LIMITS)))
                .containsExactly(true, true);
    }

    @Test
    void aSilentUnitIsAskedAgainAfterItsRest() {
        Session session = session(LostReply.TOLD_APART);
        ReadPlan both = new ReadPlan(List.of(of(1, 1), of(2, 1)), LIMITS);
        link.trouble = asked -> asked.startsWith("2:") ? FakeLink.silence() : null;
        read(session, both);
        link.asked.clear();

        assertThat(read(session, both)).containsExactly(true, false);
        assertThat(link.asked).containsExactly("1:1-1");

        timer.advanceMillis(10_000);
        link.trouble = asked -> null;
        assertThat(read(session, both)).containsExactly(true, true);
    }

    @Test
    void theOnlyUnitOfALineIsNeverLeftAlone() {
        Session session = session(LostReply.TOLD_APART);
        ReadPlan one = new ReadPlan(List.of(of(1, 1)), LIMITS);
        read(session, one);
        link.trouble = asked -> FakeLink.silence();
        read(session, one);
        link.trouble = asked -> null;

        assertThat(read(session, one)).containsExactly(true);
    }
}
