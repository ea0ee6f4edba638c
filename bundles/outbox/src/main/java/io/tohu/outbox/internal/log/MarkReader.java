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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Applies a record of marks to a ledger. */
final class MarkReader {

    private MarkReader() {}

    static long age(ByteBuffer buffer, int at) {
        return buffer.getLong(at + MarkWriter.AGE);
    }

    static long wall(ByteBuffer buffer, int at) {
        return buffer.getLong(at + MarkWriter.WALL);
    }

    static void apply(ByteBuffer buffer, int at, Ledger ledger) {
        int start = at + MarkWriter.ENTRIES;
        int length = buffer.getInt(at + MarkWriter.LENGTH);
        ByteBuffer entries = buffer.duplicate().limit(start + length).position(start);
        String session = "";
        long age = age(buffer, at);
        while (entries.hasRemaining()) {
            switch (entries.get()) {
                case MarkWriter.PUBLISHED -> ledger.published(entries.getInt(), null, age);
                case MarkWriter.SENT -> ledger.published(entries.getInt(), new Token(entries.getInt(), session), age);
                case MarkWriter.CONFIRMED -> ledger.confirmed(entries.getInt(), age);
                case MarkWriter.REMOVED -> ledger.remove(entries.getInt());
                case MarkWriter.DROPPED -> ledger.dropped(entries.getInt(), age);
                case MarkWriter.UNPUBLISH_ALL -> ledger.unpublishAll();
                case MarkWriter.DROP_ALL -> ledger.dropAll(age);
                case MarkWriter.PURGE -> ledger.purge(entries.getLong());
                case MarkWriter.AT -> age = entries.getLong();
                case MarkWriter.SESSION -> {
                    byte[] text = new byte[Short.toUnsignedInt(entries.getShort())];
                    entries.get(text);
                    session = new String(text, StandardCharsets.UTF_8);
                }
                default -> throw new IllegalStateException("a mark of a kind that this version does not know");
            }
        }
    }
}
