/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts of a block device: that includes the file system's journal, unlike what a process counts. */
final class BlockDevice {

    private static final int SECTORS_WRITTEN = 6;
    private static final int FLUSHES = 15;
    private static final int SECTOR = 512;

    /** Counters at a moment. */
    record Count(long bytes, long flushes) {

        Count since(Count before) {
            return new Count(bytes - before.bytes, flushes - before.flushes);
        }
    }

    private final Path stat;

    /** The device that a directory is on. */
    BlockDevice(Path directory) throws IOException {
        long device = (Long) Files.getAttribute(directory, "unix:dev");
        long major = device >> 8 & 0xfff;
        long minor = device & 0xff | device >> 12 & 0xfff00;
        stat = Path.of("/sys/dev/block/" + major + ":" + minor + "/stat");
        if (!Files.exists(stat)) {
            throw new IOException(directory + " is on no block device whose writes the kernel counts");
        }
    }

    Count count() throws IOException {
        String[] fields = Files.readString(stat).strip().split("\\s+");
        return new Count(
                Long.parseLong(fields[SECTORS_WRITTEN]) * SECTOR,
                fields.length > FLUSHES ? Long.parseLong(fields[FLUSHES]) : 0);
    }
}
