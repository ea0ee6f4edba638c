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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The least that durable storing can cost: one write into a file that is there already, one flush of its data. */
final class RawLoop implements Contender {

    private static final int RECORD = 56;
    private static final int FILE = 16 << 20;

    private final FileChannel channel;
    private int position;

    RawLoop(Path directory) throws IOException {
        channel = FileChannel.open(directory.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
        for (int at = 0; at < FILE; at += zeros.capacity()) {
            channel.write(zeros.rewind(), at);
        }
        channel.force(true);
    }

    @Override
    public void store(byte[] payload) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD + TOPIC.length() + payload.length);
        record.put(RECORD, payload);
        if (position + record.limit() > FILE) {
            position = 0;
        }
        channel.write(record, position);
        channel.force(false);
        position += record.limit();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
