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

import io.tohu.outbox.internal.TestClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what was written. */
class DamageTest {

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();
    private DurableQueue queue;

    @BeforeEach
    void open() throws IOException {
        FileDisk disk = new FileDisk(directory);
        queue = new DurableQueue(
                "damaged",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                QueueSettings.DEFAULT,
                clock.time(),
                () -> {});
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private void storeTen() throws QueueFullException {
        for (int i = 0; i < 10; i++) {
            queue.store("message " + i, new byte[1000], 1, false, 5);
        }
    }

    private List<String> waiting() {
        return queue.unpublished().stream().map(view -> view.message().topic()).toList();
    }

    private Path segment() throws IOException {
        return files(Segment.SEGMENT_SUFFIX).get(0);
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private void overwrite(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            raw.write(bytes);
        }
    }

    private void finishAll() {
        queue.unpublished().forEach(view -> queue.confirmed(view.message().id()));
        clock.pass(60_000);
        queue.purge(1);
        queue.tick();
    }

    @Test
    void aDamagedRecordCostsThatRecordOnlyAndItsFileIsKept() throws Exception {
        storeTen();
        queue.close();
        overwrite(segment(), 3500, new byte[] {1, 2, 3});
        byte[] damaged = Files.readAllBytes(segment());
        open();

        assertThat(waiting()).hasSize(9).doesNotContain("message 3").contains("message 0", "message 9");

        finishAll();
        assertThat(files(Segment.DAMAGED)).singleElement().satisfies(file -> assertThat(Files.readAllBytes(file))
                .isEqualTo(damaged));
    }

    @Test
    void aLostHeaderCostsNothing() throws Exception {
        storeTen();
        queue.close();
        overwrite(segment(), 0, new byte[Segment.HEADER]);
        open();

        assertThat(waiting()).hasSize(10);
        finishAll();
        assertThat(files(Segment.DAMAGED)).hasSize(1);
    }

    @Test
    void aFileOfNothingButGarbageIsKeptAndDoesNotStopTheQueue() throws Exception {
        storeTen();
        queue.close();
        byte[] garbage = new byte[100_000];
        new java.util.Random(1).nextBytes(garbage);
        overwrite(segment(), 0, garbage);
        open();

        queue.store("after", null, 1, false, 5);
        assertThat(waiting()).containsExactly("after");
        queue.tick();
        assertThat(files(Segment.DAMAGED)).hasSize(1);
    }

    @Test
    void aTornTailIsNoDamage() throws Exception {
        storeTen();
        queue.close();
        Path torn = segment();
        try (RandomAccessFile raw = new RandomAccessFile(torn.toFile(), "rw")) {
            raw.setLength(5000);
        }
        open();

        assertThat(waiting()).containsExactly("message 0", "message 1", "message 2", "message 3");
        finishAll();
        assertThat(files(Segment.DAMAGED)).isEmpty();
    }

    @Test
    void aSegmentThatLostItsFlushedEndIsKnownToBeDamaged() throws Exception {
        storeTen();
        queue.close();
        open();
        queue.close();
        try (RandomAccessFile raw = new RandomAccessFile(segment().toFile(), "rw")) {
            raw.setLength(5000);
        }
        open();

        assertThat(waiting()).hasSize(4);
        finishAll();
        assertThat(files(Segment.DAMAGED)).hasSize(1);
    }

    @Test
    void aMessageThatBecomesUnreadableHoldsUpNoOther() throws Exception {
        storeTen();
        overwrite(segment(), 400, new byte[] {1, 2, 3});

        assertThat(queue.next().orElseThrow().message().topic()).isEqualTo("message 1");
        assertThat(queue.status().unreadable()).isEqualTo(1);
    }

    @Test
    void whatANewerVersionWroteIsLeftAlone() throws Exception {
        storeTen();
        queue.close();
        Path newer = segment();
        overwrite(newer, 8, new byte[] {0, 0, 0, 2});
        byte[] before = Files.readAllBytes(newer);
        open();

        assertThat(waiting()).isEmpty();
        queue.store("after", null, 1, false, 5);
        finishAll();
        assertThat(Files.readAllBytes(newer)).isEqualTo(before);
    }
}
