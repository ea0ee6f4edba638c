/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.MutableClock;
import io.tohu.kura.testing.RecordingSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTimerTest {

    /** Remembers what it is to do and lets the test do it. */
    private static final class HandDriven extends ScheduledThreadPoolExecutor {
        private Runnable task;
        private long firstMillis;
        private long periodMillis;

        HandDriven() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
            task = command;
            firstMillis = unit.toMillis(first);
            periodMillis = unit.toMillis(period);
            return null;
        }
    }

    private final MutableClock clock = new MutableClock();
    private final RecordingSupport wires = new RecordingSupport();
    private final List<HandDriven> threads = new ArrayList<>();
    private final WireTimer timer = new WireTimer(wires, "tmr", name -> newThread(), clock);

    private HandDriven newThread() {
        threads.add(new HandDriven());
        return threads.get(threads.size() - 1);
    }

    @AfterEach
    void stop() {
        timer.deactivate();
    }

    @Test
    void aTickIsTheTimeInMilliseconds() {
        configure(Map.of("simple.interval", 1));
        clock.advance(Duration.ofMillis(500));

        threads.get(0).task.run();

        assertThat(wires.records()).hasSize(1);
        assertThat(wires.records().get(0).get("TIMER").getValue()).isEqualTo(clock.millis());
    }

    @Test
    void theFirstTickComesAfterOneInterval() {
        configure(Map.of("simple.interval", 250, "simple.time.unit", "MILLISECONDS"));

        assertThat(threads.get(0).firstMillis).isEqualTo(250);
        assertThat(threads.get(0).periodMillis).isEqualTo(250);
    }

    @Test
    void theFirstTickComesWhenSet() {
        configure(Map.of(
                "simple.interval", 2, "simple.first.tick.policy", "CUSTOM", "simple.custom.first.tick.interval", 0));

        assertThat(threads.get(0).firstMillis).isZero();
        assertThat(threads.get(0).periodMillis).isEqualTo(2000);
    }

    @Test
    void aNewIntervalEndsTheOldOne() {
        configure(Map.of("simple.interval", 1));
        configure(Map.of("simple.interval", 2));

        assertThat(threads.get(0).isShutdown()).isTrue();
        assertThat(threads.get(1).periodMillis).isEqualTo(2000);
    }

    @Test
    void cronIsRefused() {
        configure(Map.of("type", "CRON"));

        assertThat(threads).isEmpty();
    }

    private void configure(Map<String, Object> given) {
        timer.modified(Configs.of(TimerConfig.class, given));
    }
}
