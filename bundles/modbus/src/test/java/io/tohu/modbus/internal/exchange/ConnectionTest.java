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

import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import io.tohu.modbus.internal.ManualTimer;
import io.tohu.modbus.internal.link.BackOff;
import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.LinkFactory;
import io.tohu.modbus.internal.link.LostReply;
import io.tohu.modbus.internal.plan.AddressMemory;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<CompletableFuture<Link>> attempts = new ArrayList<>();
    private final Connection connection = new Connection(
            "plc",
            new LinkFactory() {
                @Override
                public String peer() {
                    return "plc.example:502";
                }

                @Override
                public LostReply lostReply() {
                    return LostReply.TOLD_APART;
                }

                @Override
                public CompletableFuture<Link> open() {
                    attempts.add(new CompletableFuture<>());
                    return last();
                }
            },
            link -> new Session(
                    link,
                    LostReply.TOLD_APART,
                    () -> new Pacing(1, Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    new AddressMemory(timer::nanoTime, () -> 1),
                    new UnitHabits(timer::nanoTime, () -> 0),
                    timer),
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(4), () -> 0),
            Duration.ofSeconds(3),
            timer);

    private CompletableFuture<Link> last() {
        return attempts.get(attempts.size() - 1);
    }

    @Test
    void attemptsFollowEachOtherAtGrowingPausesAndStartSmallAfterADeviceHasAnswered() {
        connection.want();
        connection.want();
        assertThat(attempts).hasSize(1);
        last().completeExceptionally(new ConnectException());
        timer.advanceMillis(1_000);
        assertThat(attempts).hasSize(2);
        last().completeExceptionally(new ConnectException());
        timer.advanceMillis(1_999);
        assertThat(attempts).hasSize(2);
        timer.advanceMillis(1);
        assertThat(attempts).hasSize(3);

        FakeLink link = new FakeLink();
        last().complete(link);
        connection.current().read(1, new ReadHoldingRegistersRequest(0, 1));
        link.close("cable pulled");

        assertThat(connection.trouble()).isEqualTo("connection lost: cable pulled");
        timer.advanceMillis(1_000);
        assertThat(attempts).hasSize(4);
    }

    @Test
    void aDeviceThatAcceptsAndHangsUpWithoutAWordDoesNotStartThePausesAnew() {
        connection.want();
        for (int i = 0; i < 3; i++) {
            FakeLink link = new FakeLink();
            last().complete(link);
            link.close("hung up");
            timer.advanceMillis(1_000 << i);
        }

        assertThat(attempts).hasSize(4);
        FakeLink link = new FakeLink();
        last().complete(link);
        link.close("hung up");
        timer.advanceMillis(3_999);
        assertThat(attempts).hasSize(4);
    }

    @Test
    void anAttemptThatNeverEndsIsGivenUpAndWhatItBringsLateIsClosed() {
        connection.want();
        timer.advanceMillis(3_500);
        assertThat(connection.trouble()).contains("no answer within 3500 ms");

        FakeLink late = new FakeLink();
        attempts.get(0).complete(late);

        assertThat(late.closed()).isDone();
        assertThat(connection.current()).isNull();
    }

    @Test
    void aClosedConnectionTriesNoMoreAndClosesWhatStillArrives() {
        connection.want();
        connection.close();
        FakeLink late = new FakeLink();
        last().complete(late);
        connection.want();
        timer.advanceMillis(100_000);

        assertThat(late.closed()).isDone();
        assertThat(attempts).hasSize(1);
    }

    @Test
    void aDisconnectedConnectionWaitsUntilItIsWanted() {
        connection.want();
        FakeLink link = new FakeLink();
        last().complete(link);

        connection.disconnect();
        timer.advanceMillis(100_000);
        assertThat(link.closed()).isDone();
        assertThat(attempts).hasSize(1);

        connection.want();
        assertThat(attempts).hasSize(2);
    }
}
