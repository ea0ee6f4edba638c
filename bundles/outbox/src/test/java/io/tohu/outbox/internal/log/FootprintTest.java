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
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What many messages cost in memory and time, and that what is written stays small. */
class FootprintTest {

    private static final int MESSAGES = Boolean.getBoolean("tohu.full") ? 1_000_000 : 200_000;

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();

    private DurableQueue open(String intervals, int compressFrom, byte[] key) throws IOException {
        FileDisk disk = new FileDisk(directory);
        return new DurableQueue(
                "many",
                () -> new DiskSource.OpenDisk(disk, () -> {}, key, key != null),
                new QueueSettings(
                        2L << 30, 2_000_000, 0, Quotas.NONE, FlushPolicy.parse(intervals), compressFrom, 4, 10, 1000),
                clock.time(),
                () -> {});
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aWaitingMessageTakes64BytesOfMemoryAndManyStartInSeconds() throws Exception {
        DurableQueue queue = open("0=1000", 0, null);
        for (int i = 0; i < MESSAGES; i++) {
            queue.store("plant/" + i % 10, new byte[20], 1, false, i % 8);
        }
        assertThat(queue.status().memoryBytes()).isLessThanOrEqualTo(64L * MESSAGES);
        queue.close();

        long started = System.nanoTime();
        DurableQueue reopened = open("0=1000", 0, null);
        assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(10));
        assertThat(reopened.count()).isEqualTo(MESSAGES);
        assertThat(reopened.status().memoryBytes()).isLessThanOrEqualTo(64L * MESSAGES);

        reopened.unpublished().forEach(view -> reopened.confirmed(view.message().id()));
        reopened.purge(0);
        assertThat(reopened.status().memoryBytes())
                .as("memory follows the depth")
                .isLessThan(1 << 20);
        reopened.close();
    }

    @Test
    void aPayloadIsCompressedWhereItPaysAndComesBackAsItWas() throws Exception {
        byte[] text = "temperature=21.5;".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] noise = new byte[8000];
        new Random(1).nextBytes(noise);
        DurableQueue queue = open("", 1000, null);
        int compressible = queue.store("text", text, 1, false, 5);
        int other = queue.store("noise", noise, 1, false, 5);

        assertThat(queue.get(compressible).orElseThrow().message().payload()).isEqualTo(text);
        assertThat(queue.get(other).orElseThrow().message().payload()).isEqualTo(noise);
        assertThat(queue.bytes()).isLessThan(noise.length + text.length / 4);
        queue.close();
    }

    @Test
    void encryptedMessagesAreNotToBeFoundInTheFilesAndNeedTheirKey() throws Exception {
        byte[] key = new byte[32];
        new Random(2).nextBytes(key);
        DurableQueue queue = open("", 0, key);
        queue.store("secret/topic", "secret payload".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1, false, 5);
        queue.close();

        try (var files = java.nio.file.Files.list(directory)) {
            for (Path file : files.toList()) {
                String contents = new String(
                        java.nio.file.Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(contents).doesNotContain("secret");
            }
        }
        DurableQueue without = open("", 0, null);
        assertThat(without.next()).isEmpty();
        assertThat(without.count()).as("kept for when the key is back").isEqualTo(1);
        without.close();
        DurableQueue again = open("", 0, key);
        assertThat(again.next().orElseThrow().message().topic()).isEqualTo("secret/topic");
        again.close();
    }
}
