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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.ManualTimer;
import io.tohu.modbus.internal.peer.Heard;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollerTest {

    private final ManualTimer timer = new ManualTimer();
    private final FakeSource source = new FakeSource();
    private final Poller poller = new Poller("plc", source, timer, Runnable::run);

    private static Map<String, Object> channel(Object... more) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("+name", "c", "+value.type", "INTEGER", "address", "1", "poll.interval", "100"));
        settings.put("+unit", null);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1]);
        }
        return settings;
    }

    private void settle() {
        timer.advanceMillis(50);
    }

    @Test
    void channelsRegisteredOneAfterTheOtherAreFirstReadTogether() throws Exception {
        Heard one = new Heard();
        Heard other = new Heard();
        poller.register(channel(), one);
        poller.register(channel("address", 2), other);

        settle();
        source.value = 7;
        source.answer();

        assertThat(source.polls).hasSize(1);
        assertThat(one.nextValue()).isEqualTo(7);
        assertThat(other.nextValue()).isEqualTo(7);
    }

    @Test
    void readingsStayOnTheirGridHoweverLateSingleOnesBegin() {
        poller.register(channel(), new Heard());
        settle();
        source.answer();

        timer.stallMillis(130);
        timer.advanceMillis(0);
        source.answer();
        assertThat(source.polls).hasSize(2);
        timer.advanceMillis(69);
        assertThat(source.polls).as("before the next multiple of the interval").hasSize(2);
        timer.advanceMillis(1);

        assertThat(source.polls).as("at it").hasSize(3);
    }

    @Test
    void readingsThatWereMissedAreNotMadeUpFor() {
        poller.register(channel(), new Heard());
        settle();
        source.answer();

        timer.stallMillis(100_000);
        timer.advanceMillis(0);
        source.answer();

        assertThat(source.polls).hasSize(2);
        timer.advanceMillis(100);
        assertThat(source.polls).hasSize(3);
    }

    @Test
    void aSlowDeviceIsNotAskedAgainBeforeItHasAnswered() {
        poller.register(channel(), new Heard());
        settle();

        timer.advanceMillis(1_000);
        assertThat(source.polls).hasSize(1);

        source.answer();
        timer.advanceMillis(100);
        assertThat(source.polls).hasSize(2);
    }

    @Test
    void everyIntervalHasItsOwnPace() {
        poller.register(channel(), new Heard());
        poller.register(channel("poll.interval", "1000"), new Heard());
        settle();
        int first = source.polls.size();
        source.polls.forEach(p -> p.complete(() -> {}));
        for (int i = 0; i < 10; i++) {
            timer.advanceMillis(100);
            source.polls.forEach(p -> p.complete(() -> {}));
        }

        assertThat(first).isEqualTo(2);
        assertThat(source.polls).hasSize(2 + 10 + 1);
    }

    @Test
    void aPlanIsMadeOnceAndAgainOnlyWhenSomethingChanged() {
        poller.register(channel(), new Heard());
        settle();
        source.answer();
        timer.advanceMillis(100);
        source.answer();
        assertThat(source.batches).isEqualTo(1);

        poller.replan();
        timer.advanceMillis(100);
        assertThat(source.batches).isEqualTo(2);
    }

    @Test
    void theLastListenerTakesThePollingWithIt() {
        Heard heard = new Heard();
        poller.register(channel(), heard);
        settle();
        source.answer();

        poller.unregister(heard);
        timer.advanceMillis(10_000);

        assertThat(source.polls).hasSize(1);
    }

    @Test
    void aClosedPollerAsksNothingMore() {
        poller.register(channel(), new Heard());
        settle();
        source.answer();

        poller.close();
        poller.register(channel(), new Heard());
        timer.advanceMillis(10_000);

        assertThat(source.polls).hasSize(1);
    }

    @Test
    void oneBrokenListenerDoesNotKeepTheOthersFromTheirValues() throws Exception {
        Heard heard = new Heard();
        poller.register(channel(), event -> {
            throw new IllegalStateException("broken");
        });
        poller.register(channel(), heard);
        settle();
        source.answer();

        assertThat(heard.nextValue()).isEqualTo(0);
    }

    @Test
    void wrongSettingsReachTheListenerInsteadOfGettingLost() throws Exception {
        Heard heard = new Heard();
        poller.register(channel("poll.interval", "fast"), heard);
        settle();
        source.answer();

        assertThat(heard.nextFailure()).contains("poll.interval is \"fast\"");
    }
}
