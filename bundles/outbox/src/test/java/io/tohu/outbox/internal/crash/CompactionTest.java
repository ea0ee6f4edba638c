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
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Token;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Old messages that wait among many that are done with: their segments are emptied, whenever the power is cut. */
class CompactionTest {

    private static final int PINNED = 20;
    private static final int TRAFFIC = 2500;

    private final TestClock clock = new TestClock();
    private final Expectations expectations = new Expectations();

    private DurableQueue open(RecordingDisk disk) {
        return new DurableQueue(
                "compaction",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                PowerCutTest.settings("0=1000"),
                clock.time(),
                () -> {});
    }

    /** Every seventh message has priority 7 and waits behind all others; two of the oldest are in flight and confirmed. */
    private DurableQueue busy(RecordingDisk disk) throws Exception {
        DurableQueue queue = open(disk);
        for (int i = 0; i < TRAFFIC; i++) {
            long number = expectations.ask();
            while (i > PINNED && Traffic.priority(number) == 7) {
                number = expectations.ask();
            }
            int id = Traffic.store(queue, number);
            if (Traffic.priority(number) == 7) {
                expectations.stored(number, id);
            } else if (i == 1 || i == 2) {
                expectations.stored(number, id);
                queue.published(id, new Token(i, "session"));
            } else {
                queue.published(id, new Token(i, "other"));
                queue.confirmed(id);
            }
        }
        clock.pass(60_000);
        queue.purge(10);
        int late = queue.inFlight().get(0).message().id();
        expectations.ending(Traffic.number(queue.get(late).orElseThrow()));
        queue.confirmed(late);
        expectations.done(Traffic.number(queue.get(late).orElseThrow()));
        return queue;
    }

    private static void tickUntilQuiet(DurableQueue queue, TestClock clock) {
        do {
            clock.pass(10);
        } while (queue.tick() <= 1);
    }

    @Test
    void messagesThatWaitDoNotHoldOnToTheDiskSpaceOfAllThatCameAfter() throws Exception {
        RecordingDisk disk = new RecordingDisk();
        DurableQueue queue = busy(disk);
        long before = queue.status().diskBytes();

        tickUntilQuiet(queue, clock);

        assertThat(queue.status().diskBytes()).isLessThan(before / 2);
        assertThat(queue.inFlight()).extracting(StoredView::token).containsExactly(new Token(2, "session"));
        int messages = queue.count();
        queue.close();
        DurableQueue reopened = open(disk);
        assertThat(reopened.inFlight()).extracting(StoredView::token).containsExactly(new Token(2, "session"));
        assertThat(reopened.count()).as("waiting, in flight, just confirmed").isEqualTo(messages);
        expectations.check(reopened);
    }

    @Test
    void aPowerCutWhileSegmentsAreEmptiedLosesNothingAndBringsNothingBack() throws Exception {
        int operations = 1;
        for (int cut = 0; cut < operations; cut++) {
            RecordingDisk disk = new RecordingDisk();
            DurableQueue queue = busy(disk);
            disk.cutAfter(cut);
            try {
                tickUntilQuiet(queue, clock);
            } catch (RecordingDisk.PowerCut e) {
                operations = cut + 2;
            }
            RecordingDisk.Fate fate = RecordingDisk.Fate.values()[cut % 3];
            DurableQueue after = open(disk.afterPowerCut(fate, new Random(cut)));
            assertThat(after.inFlight())
                    .extracting(view -> view.token().session())
                    .containsOnly("session");
            expectations.check(after);
            expectations.forgetAll();
        }
        assertThat(operations).as("the power was cut at every write").isGreaterThan(10);
    }
}
