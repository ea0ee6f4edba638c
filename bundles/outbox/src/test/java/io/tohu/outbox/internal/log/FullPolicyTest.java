/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.outbox.internal.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which messages stay when there is not room for all. */
class FullPolicyTest {

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();
    private DurableQueue queue;

    private void open(int messages, String quotas) throws IOException {
        FileDisk disk = new FileDisk(directory);
        queue = new DurableQueue(
                "full",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                new QueueSettings(
                        2 << 20, messages, 0, Quotas.parse(quotas), FlushPolicy.parse("0=1000"), 0, 4, 10, 1000),
                clock.time(),
                () -> {});
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private int store(String topic, int priority) throws QueueFullException {
        return queue.store(topic, new byte[100], 1, false, priority);
    }

    private List<String> waiting() {
        return queue.unpublished().stream()
                .map(view -> view.message().topic())
                .filter(topic -> !topic.equals(DropReport.TOPIC))
                .toList();
    }

    @Test
    void theOldestOfTheLeastImportantGoesFirst() throws Exception {
        open(4, "");
        store("a7", 7);
        store("b5", 5);
        store("c7", 7);
        store("d1", 1);

        store("e5", 5);
        store("f1", 1);
        store("g1", 1);

        assertThat(waiting()).containsExactly("d1", "f1", "g1", "e5");
        assertThat(queue.status().dropped()).isEqualTo(3);
    }

    @Test
    void aMessageLessImportantThanAllThatWaitIsRefusedAndCounted() throws Exception {
        open(2, "");
        store("a1", 1);
        store("b1", 1);

        assertThatThrownBy(() -> store("c5", 5))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("only more important messages wait");
        assertThat(waiting()).containsExactly("a1", "b1");
        assertThat(queue.status().dropped()).isEqualTo(1);
    }

    @Test
    void whatIsDoneWithGoesBeforeAnythingThatWaitsAndIsNoLoss() throws Exception {
        open(3, "");
        int done = store("done", 1);
        queue.published(done, new Token(1, "s"));
        queue.confirmed(done);
        store("a5", 5);
        store("b5", 5);

        store("c5", 5);

        assertThat(waiting()).containsExactly("a5", "b5", "c5");
        assertThat(queue.status().dropped()).isZero();
    }

    @Test
    void whatIsInFlightIsNotDropped() throws Exception {
        open(2, "");
        int inFlight = store("in flight", 7);
        queue.published(inFlight, new Token(1, "s"));
        store("a5", 5);

        store("b5", 5);

        assertThat(queue.inFlight()).hasSize(1);
        assertThat(waiting()).containsExactly("b5");
    }

    @Test
    void aShareKeepsOnePriorityFromPushingOutAnother() throws Exception {
        open(10, "5=50");
        for (int i = 0; i < 5; i++) {
            store("seven " + i, 7);
        }
        for (int i = 0; i < 20; i++) {
            store("five " + i, 5);
        }

        assertThat(waiting()).filteredOn(topic -> topic.startsWith("seven")).hasSize(5);
        assertThat(waiting())
                .filteredOn(topic -> topic.startsWith("five"))
                .containsExactly("five 15", "five 16", "five 17", "five 18", "five 19");
    }

    @Test
    void theDiskSpaceIsKeptWithWhateverTrafficThereIs() throws Exception {
        open(1_000_000, "");
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 20_000; i++) {
            int priority = random.nextInt(8);
            int id;
            try {
                id = queue.store("t" + i, new byte[random.nextInt(2000)], 1, false, priority);
            } catch (QueueFullException e) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                queue.published(id, new Token(i & 0xffff, "s"));
                queue.confirmed(id);
            }
            if (i % 50 == 0) {
                clock.pass(500);
                queue.tick();
                assertThat(queue.status().diskBytes()).isLessThanOrEqualTo((2 << 20) + 2 * (1 << 17));
            }
        }
        assertThat(queue.status().depth()).containsKey(0);
        assertThat(queue.status().dropped()).isPositive();
    }

    @Test
    void aMessageLargerThanTheQueueIsRefusedAndCostsNoOther() throws Exception {
        open(100, "");
        store("a5", 5);

        assertThatThrownBy(() -> queue.store("huge", new byte[3 << 20], 1, false, 0))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("larger than the queue");
        assertThat(waiting()).containsExactly("a5");
    }

    @Test
    void theCloudIsToldOnceWhatWasDroppedAlsoAfterARestart() throws Exception {
        open(2, "");
        store("a5", 5);
        store("b5", 5);
        store("c5", 5);
        clock.pass(1000);
        queue.tick();
        queue.close();
        open(100, "");

        StoredView first = queue.next().orElseThrow();
        assertThat(first.message().topic()).isEqualTo("#account-name/#client-id/TOHU/outbox/dropped");
        assertThat(first.message().qos()).isEqualTo(1);
        assertThat(new String(first.message().payload(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("messages", "priority.5", "first", "last");
        queue.published(first.message().id(), new Token(1, "s"));
        queue.confirmed(first.message().id());
        clock.pass(120_000);

        assertThat(queue.next().orElseThrow().message().topic()).isEqualTo("b5");
        assertThat(queue.status().dropped()).isEqualTo(1);
    }
}
