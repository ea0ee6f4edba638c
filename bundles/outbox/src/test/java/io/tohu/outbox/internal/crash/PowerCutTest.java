/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.outbox.internal.TestClock;
import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.FlushPolicy;
import io.tohu.outbox.internal.log.QueueSettings;
import io.tohu.outbox.internal.log.Quotas;
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The power is cut in the middle of any write, with what was not forced torn and reordered sector by sector. */
class PowerCutTest {

    private static final int ROUNDS = Boolean.getBoolean("tohu.full") ? 1000 : 100;
    private static final int CUTS = 5;

    private final TestClock clock = new TestClock();

    static QueueSettings settings(String intervals) {
        return new QueueSettings(
                QueueSettings.LEAST_BYTES, 100_000, 0, Quotas.NONE, FlushPolicy.parse(intervals), 0, 4, 100, 1 << 20);
    }

    private DurableQueue open(RecordingDisk disk, String intervals) {
        return new DurableQueue(
                "crash",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                settings(intervals),
                clock.time(),
                () -> {});
    }

    @Test
    void noAcknowledgedMessageIsLostByAPowerCutAndNoneIsInvented() throws Exception {
        int worst = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Expectations expectations = new Expectations();
            RecordingDisk disk = new RecordingDisk();
            for (int cut = 0; cut < CUTS; cut++) {
                disk = runUntilPowerCut(disk, random, expectations);
                DurableQueue queue = open(disk, "");
                expectations.check(queue);
                queue.close();
            }
            worst = Math.max(worst, expectations.worstDuplicates());
        }
        assertThat(worst)
                .as("marks do lag, or the bound was not put to the test")
                .isPositive();
    }

    private RecordingDisk runUntilPowerCut(RecordingDisk disk, Random random, Expectations expectations)
            throws Exception {
        disk.cutAfter(random.nextInt(6000));
        Deque<Long> inFlight = new ArrayDeque<>();
        try {
            DurableQueue queue = open(disk, "");
            while (true) {
                step(queue, random, expectations, inFlight);
            }
        } catch (RecordingDisk.PowerCut e) {
            RecordingDisk.Fate fate = RecordingDisk.Fate.values()[Math.min(2, random.nextInt(6))];
            return disk.afterPowerCut(fate, random);
        }
    }

    private void step(DurableQueue queue, Random random, Expectations expectations, Deque<Long> inFlight)
            throws Exception {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                long number = expectations.ask();
                expectations.stored(number, Traffic.store(queue, number));
            }
            case 3, 4, 5, 6 -> publish(queue, expectations, inFlight);
            case 7, 8, 9 -> confirm(queue, expectations, inFlight);
            case 10 -> {
                clock.pass(random.nextInt(2000));
                queue.tick();
            }
            default -> {
                if (random.nextInt(10) == 0) {
                    queue.unpublishAll();
                    inFlight.clear();
                }
                queue.purge(random.nextInt(3));
            }
        }
    }

    private static void publish(DurableQueue queue, Expectations expectations, Deque<Long> inFlight) {
        Optional<StoredView> next = queue.next();
        if (next.isPresent() && inFlight.size() < 10) {
            long number = Traffic.number(next.get());
            int id = next.get().message().id();
            if (next.get().message().qos() == 0) {
                expectations.ending(number);
                queue.published(id, null);
                expectations.done(number);
            } else {
                queue.published(id, new Token((int) number, "session"));
                inFlight.add(number);
            }
        }
    }

    private static void confirm(DurableQueue queue, Expectations expectations, Deque<Long> inFlight) {
        if (!inFlight.isEmpty()) {
            long number = inFlight.remove();
            int id = expectations.id(number);
            expectations.ending(number);
            queue.confirmed(id);
            expectations.done(number);
        }
    }

    @Test
    void anIntervalLosesNoMoreThanWhatIsYounger() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            RecordingDisk disk = new RecordingDisk();
            DurableQueue queue = open(disk, "0=100");
            Expectations expectations = new Expectations();
            int young = 1 + random.nextInt(50);
            for (int i = 0; i < 50; i++) {
                long number = expectations.ask();
                expectations.stored(number, Traffic.store(queue, number));
            }
            clock.pass(100);
            queue.tick();
            for (int i = 0; i < young; i++) {
                long number = expectations.ask();
                expectations.storedUnsafely(Traffic.store(queue, number));
            }

            RecordingDisk after = disk.afterPowerCut(RecordingDisk.Fate.ANY_SECTORS, random);
            DurableQueue reopened = open(after, "");
            expectations.check(reopened);
            long number = expectations.ask();
            expectations.stored(number, Traffic.store(reopened, number));
        }
    }
}
