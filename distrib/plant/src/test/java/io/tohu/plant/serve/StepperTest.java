/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepperTest {

    private record Stamp(Instant sample, Instant seen) {}

    @Test
    void samplesAreStampedAStepApartAndNeverInTheFutureEvenAfterASlowStart() throws Exception {
        Clock clock = Clock.systemUTC();
        PumpMachine machine = new PumpMachine(1, Duration.ofMillis(20), clock);
        List<Stamp> stamps = new CopyOnWriteArrayList<>();
        CountDownLatch enough = new CountDownLatch(30);
        CountDownLatch slowStart = new CountDownLatch(1);
        machine.board().watch(frame -> {
            stamps.add(new Stamp(frame.time(), clock.instant()));
            enough.countDown();
            if (stamps.size() == 1) {
                await(slowStart, 300);
            }
        });
        Stepper stepper = new Stepper(machine, clock);
        try {
            assertThat(enough.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            stepper.close();
        }
        for (int i = 1; i < stamps.size(); i++) {
            Stamp stamp = stamps.get(i);
            assertThat(stamp.sample()).isBeforeOrEqualTo(stamp.seen());
            assertThat(Duration.between(stamps.get(i - 1).sample(), stamp.sample()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20));
        }
    }

    @Test
    void aStepperThatIsClosedEndsItsThread() {
        Stepper stepper = new Stepper(new PumpMachine(1, Duration.ofMillis(20), Clock.systemUTC()), Clock.systemUTC());
        stepper.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("plant-step");
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
