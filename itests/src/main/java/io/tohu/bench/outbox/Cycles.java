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
import org.eclipse.kura.KuraException;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;

/** What Kura calls for each message that it sends, at different depths; then a start with many messages. */
final class Cycles implements Bench.Part {

    private static final int SENT = 20_000;
    private static final int MANY = 1_000_000;

    private final Path folder;

    Cycles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String title() {
        return "next, published, confirmed";
    }

    @Override
    public List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        byte[] payload = new byte[200];
        new Random(1).nextBytes(payload);
        try {
            for (int depth : new int[] {0, 10_000, MANY}) {
                Contender.empty(folder);
                try (OutboxStoreUnderTest outbox = new OutboxStoreUnderTest(folder, "0=10")) {
                    fill(outbox, payload, depth + SENT);
                    double rate = rate(outbox.store());
                    rows.add(Row.of("cycle with " + depth + " behind", "cycles/s", rate)
                            .withGoal(Goal.atLeast(20_000)));
                    rows.add(Row.of("  its part of a message's time at 1,000 sent/s", "%", 100_000 / rate)
                            .withGoal(Goal.atMost(5)));
                }
            }
            long started = System.nanoTime();
            try (OutboxStoreUnderTest outbox = new OutboxStoreUnderTest(folder, "0=10")) {
                double seconds = (System.nanoTime() - started) / 1e9;
                int count = outbox.store().getMessageCount();
                rows.add(Row.of("start with " + count + " messages", "s", seconds)
                        .withGoal(Goal.atMost(5)));
                rows.add(Row.of(
                                "memory of the index",
                                "bytes/message",
                                (double) outbox.status().memoryBytes() / count)
                        .withGoal(Goal.atMost(64)));
            }
        } catch (KuraException e) {
            throw new IOException(e);
        }
        return rows;
    }

    private static void fill(OutboxStoreUnderTest outbox, byte[] payload, int messages) throws IOException {
        for (int i = 0; i < messages; i++) {
            outbox.store(payload);
        }
    }

    private static double rate(MessageStore store) throws KuraException {
        long started = System.nanoTime();
        for (int i = 0; i < SENT; i++) {
            StoredMessage next = store.getNextMessage().orElseThrow();
            store.markAsPublished(next.getId(), new DataTransportToken(i & 0xffff, "gateway-tcp://broker:1883"));
            store.markAsConfirmed(next.getId());
            store.get(next.getId());
        }
        return SENT * 1e9 / (System.nanoTime() - started);
    }
}
