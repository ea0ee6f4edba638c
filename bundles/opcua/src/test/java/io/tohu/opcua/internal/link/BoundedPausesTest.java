/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedPausesTest {

    private final AtomicLong longest = new AtomicLong(5_000);
    private final BoundedPauses schedule = new BoundedPauses(task -> new Thread(task, "bounded-pauses"), longest::get);

    @AfterEach
    void end() {
        schedule.shutdownNow();
    }

    @Test
    void aPauseBetweenTriesIsNoLongerThanWhatIsSetAtThatMoment() {
        assertThat(delay(16, TimeUnit.SECONDS)).isBetween(4_000L, 5_000L);
        longest.set(30_000);
        assertThat(delay(16, TimeUnit.SECONDS)).isBetween(15_000L, 16_000L);
    }

    @Test
    void aTimeoutOrTheRenewalOfAChannelKeepsItsTime() {
        assertThat(delay(3_600_000, TimeUnit.MILLISECONDS)).isGreaterThan(3_500_000);
    }

    private long delay(long delay, TimeUnit unit) {
        ScheduledFuture<?> future = schedule.schedule(() -> {}, delay, unit);
        long left = future.getDelay(TimeUnit.MILLISECONDS);
        future.cancel(false);
        return left;
    }
}
