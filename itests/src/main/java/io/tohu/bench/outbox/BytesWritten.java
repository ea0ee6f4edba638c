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

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bytes and flushes a message at the block device, which is what wears out flash. */
final class BytesWritten implements Bench.Part {

    private static final double PAYLOAD_AND_TOPIC = 200 + Contender.TOPIC.length();

    private final Path folder;

    BytesWritten(Path folder) {
        this.folder = folder;
    }

    @Override
    public String title() {
        return "bytes written a message at the block device";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (ScratchFileSystem system = new ScratchFileSystem(folder)) {
            String where = " (" + system.describe() + ")";
            Path directory = system.directory();
            Contender.Maker outbox = empty -> new OutboxStoreUnderTest(empty, "");
            Contender.Maker interval = empty -> new OutboxStoreUnderTest(empty, "0=10");
            BlockDevice.Count single = written(directory, outbox, 200, 2000);
            BlockDevice.Count large = written(directory, outbox, 4096, 1000);
            BlockDevice.Count sqlite = written(directory, SqlStore::sqlite, 200, 2000);
            BlockDevice.Count sqliteLarge = written(directory, SqlStore::sqlite, 4096, 1000);
            BlockDevice.Count h2 = written(directory, SqlStore::h2, 200, 500);
            BlockDevice.Count raw = written(directory, RawLoop::new, 200, 2000);
            BlockDevice.Count many = written(directory, interval, 200, 200_000);
            rows.add(bytes("outbox, 200 B" + where, single, sqlite, 2000).withGoal(Goal.atMost(8192)));
            rows.add(bytes("outbox, 4 KB, reference SQLite", large, sqliteLarge, 1000));
            rows.add(bytes("raw loop, 200 B, reference SQLite", raw, sqlite, 2000));
            rows.add(Row.of("outbox, 200 B", "flushes/message", single.flushes() / 2000.0, sqlite.flushes() / 2000.0));
            rows.add(Row.of("H2, CHECKPOINT SYNC, 200 B", "flushes/message", h2.flushes() / 500.0));
            rows.add(Row.of("H2, CHECKPOINT SYNC, 200 B", "bytes/message", h2.bytes() / 500.0));
            rows.add(Row.of("outbox every 10 ms, 200 B", "bytes/message", many.bytes() / 200_000.0)
                    .withGoal(Goal.atMost(2 * PAYLOAD_AND_TOPIC)));
            rows.add(Row.of("outbox every 10 ms, 200 B", "flushes/message", many.flushes() / 200_000.0));
        }
        return rows;
    }

    private static Row bytes(String name, BlockDevice.Count value, BlockDevice.Count reference, int messages) {
        return Row.of(name, "bytes/message", (double) value.bytes() / messages, (double) reference.bytes() / messages);
    }

    /** With what is left in memory of it: the count ends when everything is on the device. */
    private static BlockDevice.Count written(Path directory, Contender.Maker maker, int size, int messages)
            throws IOException, InterruptedException {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        Path empty = Contender.empty(directory.resolve("store"));
        BlockDevice device = new BlockDevice(empty);
        try (Contender contender = maker.in(empty)) {
            contender.store(payload);
            sync();
            BlockDevice.Count before = device.count();
            for (int i = 0; i < messages; i++) {
                contender.store(payload);
            }
            sync();
            return device.count().since(before);
        }
    }

    private static void sync() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }
}
