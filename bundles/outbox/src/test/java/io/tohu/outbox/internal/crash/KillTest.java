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

import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.FileDisk;
import io.tohu.outbox.internal.log.Time;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of its work, on real files. */
class KillTest {

    private static final int ROUNDS = Boolean.getBoolean("tohu.full") ? 1000 : 100;

    @TempDir
    private Path directory;

    private final Random random = new Random(7);
    private final Expectations expectations = new Expectations();
    private long last;

    @Test
    void noAcknowledgedMessageIsLostWhenTheProcessIsKilledAndNoneIsInvented() throws Exception {
        Process next = child(0);
        for (int round = 0; round < ROUNDS; round++) {
            Process child = next;
            next = child(round + 1);
            child.getOutputStream().write(1);
            child.getOutputStream().flush();
            listenUntilKilled(child, 1 + random.nextInt(600));
            FileDisk disk = new FileDisk(directory);
            try (DurableQueue queue = new DurableQueue(
                    "parent",
                    () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                    PowerCutTest.settings(""),
                    Time.SYSTEM,
                    () -> {})) {
                expectations.check(queue);
            }
        }
        next.destroyForcibly();
        assertThat(last).as("every round stored something").isGreaterThan(1_000_000L * (ROUNDS - 1));
    }

    private Process child(int round) throws IOException {
        long firstNumber = 1_000_000L * round;
        // with an interval a message is in the system's hands when store returns: a kill must not lose it either
        String intervals = round % 2 == 0 ? "" : "0=60000";
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledChild.class.getName(),
                        directory.toString(),
                        Long.toString(firstNumber),
                        intervals))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Kills the child when it has said so much, and hears what it had said until then. */
    private void listenUntilKilled(Process child, int lines) throws IOException {
        DataInputStream said = new DataInputStream(child.getInputStream());
        try {
            for (int line = 0; ; line++) {
                if (line == lines) {
                    child.toHandle().destroyForcibly();
                }
                hear(said.readByte(), said.readLong(), said.readInt());
            }
        } catch (EOFException e) {
            assertThat(child.onExit().join().exitValue())
                    .as("killed, not failed")
                    .isEqualTo(137);
        }
    }

    private void hear(byte what, long number, int id) {
        switch (what) {
            case KilledChild.STORING -> expectations.asked(number);
            case KilledChild.STORED -> {
                expectations.stored(number, id);
                last = number;
            }
            case KilledChild.ENDING -> expectations.ending(number);
            case KilledChild.ENDED -> expectations.done(number);
            default -> throw new IllegalStateException("what is " + what);
        }
    }
}
