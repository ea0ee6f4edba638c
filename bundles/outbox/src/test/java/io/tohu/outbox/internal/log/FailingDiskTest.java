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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to messages while the disk does not work, and afterwards. */
class FailingDiskTest {

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();
    private FaultyDisk disk;
    private DurableQueue queue;

    @BeforeEach
    void open() throws IOException {
        disk = new FaultyDisk(new FileDisk(directory));
        queue = open(() -> new DiskSource.OpenDisk(disk, () -> {}, null, false));
    }

    private DurableQueue open(DiskSource source) {
        return new DurableQueue("failing", source, QueueSettings.DEFAULT, clock.time(), () -> {});
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private void retry() {
        clock.pass(6_000);
        queue.tick();
    }

    private int alarm(String topic) throws QueueFullException {
        return queue.store(topic, new byte[] {1}, 1, false, 1);
    }

    private int telemetry(String topic) throws QueueFullException {
        return queue.store(topic, new byte[] {1}, 1, false, 5);
    }

    private List<String> waiting() {
        return queue.unpublished().stream().map(view -> view.message().topic()).toList();
    }

    private List<String> waitingAfterARestart() throws IOException {
        queue.close();
        disk.failWrites(null);
        disk.failFlushes(null);
        open();
        return waiting();
    }

    @Test
    void alarmsAreKeptInMemoryWhileTheDiskIsFullAndWrittenWhenItIsNot() throws Exception {
        telemetry("before");
        disk.failWrites("No space left on device");

        int id = alarm("alarm");
        assertThatThrownBy(() -> telemetry("refused"))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("is full")
                .hasMessageContaining("free some space");
        assertThat(queue.status().trouble()).contains(directory.toString());
        assertThat(queue.next().orElseThrow().message().id()).isEqualTo(id);

        disk.failWrites(null);
        retry();

        assertThat(queue.status().trouble()).isEmpty();
        assertThat(queue.status().inMemory()).isZero();
        assertThat(queue.status().dropped())
                .as("the refused one is told to the cloud")
                .isEqualTo(1);
        telemetry("after");
        assertThat(waitingAfterARestart()).containsExactly("alarm", DropReport.TOPIC, "before", "after");
        assertThat(queue.next().orElseThrow().message().id()).isEqualTo(id);
    }

    @Test
    void aMessageWhoseFlushFailsIsNotAcknowledgedUnlessItIsKeptInMemory() throws Exception {
        telemetry("safe");
        disk.failFlushes("Input/output error");

        assertThatThrownBy(() -> telemetry("refused")).isInstanceOf(QueueFullException.class);
        alarm("alarm");
        assertThat(waiting()).containsExactly("alarm", "safe");

        disk.failFlushes(null);
        retry();
        assertThat(waitingAfterARestart()).containsExactly("alarm", "safe");
    }

    @Test
    void whatWasWrittenAndNotFlushedIsWrittenAnewAfterAFlushFailed() throws Exception {
        queue.configure(
                new QueueSettings(1 << 29, 1000, 0, Quotas.NONE, FlushPolicy.parse("5=100"), 0, 4, 1000, 1 << 20));
        telemetry("not flushed yet");
        int id = queue.next().orElseThrow().message().id();
        queue.published(id, new Token(1, "s"));
        disk.failFlushes("Input/output error");
        clock.pass(1000);
        queue.tick();
        assertThat(queue.status().trouble()).contains("Input/output error");

        disk.failFlushes(null);
        retry();

        assertThat(queue.status().trouble()).isEmpty();
        waitingAfterARestart();
        assertThat(queue.inFlight()).extracting(view -> view.message().id()).containsExactly(id);
    }

    @Test
    void memoryIsBoundedWhileTheDiskFails() throws Exception {
        disk.failWrites("Read-only file system");
        for (int i = 0; i < 1000; i++) {
            alarm("alarm");
        }

        assertThatThrownBy(() -> alarm("one too many"))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("read-only");
        assertThat(queue.count()).isEqualTo(1000);
    }

    @Test
    void whatIsSentWhileTheDiskFailsIsNotSentAgainAfterwards() throws Exception {
        int before = telemetry("before");
        disk.failWrites("No space left on device");
        int alarm = alarm("alarm");
        queue.published(alarm, new Token(1, "s"));
        queue.confirmed(alarm);
        queue.published(before, new Token(2, "s"));
        queue.confirmed(before);

        disk.failWrites(null);
        retry();

        assertThat(waitingAfterARestart()).isEmpty();
        assertThat(queue.inFlight()).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeHadIsAskedForAgainAndItsMessagesJoinThoseOfMemory() throws Exception {
        int id = telemetry("from yesterday");
        queue.published(id, new Token(1, "yesterday"));
        telemetry("waiting since yesterday");
        queue.close();
        boolean[] mine = {false};
        queue = open(() -> {
            if (!mine[0]) {
                throw new IOException("in use by process 17");
            }
            return new DiskSource.OpenDisk(disk, () -> {}, null, false);
        });

        int inFlight = alarm("first alarm");
        queue.published(inFlight, new Token(1, "today"));
        alarm("second alarm");
        assertThatThrownBy(() -> telemetry("refused"))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("in use by process 17");
        retry();
        assertThat(queue.status().trouble()).contains("in use by process 17");
        mine[0] = true;
        retry();

        assertThat(queue.status().trouble()).isEmpty();
        assertThat(waiting()).containsExactly("second alarm", "from yesterday", "waiting since yesterday");
        assertThat(queue.inFlight()).extracting(StoredView::token).containsExactly(new Token(1, "today"));
        assertThat(waitingAfterARestart()).containsExactly("second alarm", "from yesterday", "waiting since yesterday");
    }

    @Test
    void aQueueThatMayNotGrowDropsTheOldestTelemetryAndGoesOn() throws Exception {
        queue.configure(
                new QueueSettings(1 << 29, 1_000_000, 1 << 20, Quotas.NONE, FlushPolicy.parse("0=1000"), 0, 4, 10, 10));
        byte[] payload = new byte[10_000];
        for (int i = 0; i < 3000; i++) {
            queue.store("telemetry", payload, 1, false, 5);
        }
        alarm("alarm");
        disk.usable(1 << 20);
        long size = queue.status().diskBytes();
        for (int i = 0; i < 6000; i++) {
            queue.store("telemetry", payload, 1, false, 5);
        }

        assertThat(queue.status().diskBytes()).isLessThanOrEqualTo(size + (1 << 23));
        assertThat(queue.status().dropped()).isPositive();
        assertThat(queue.status().depth()).containsEntry(1, 1);
        assertThat(queue.status().trouble()).isEmpty();
        queue.close();
        open();
        assertThat(queue.status().depth()).containsEntry(1, 1);
    }
}
