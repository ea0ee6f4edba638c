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
import java.util.Arrays;

/**
 * Collects what happened to messages after they were stored, until it is written as one record.
 *
 * <pre>
 * 20 long age clock, 28 long wall clock, 36 int length of the entries, 40 entries: byte kind, then
 *    PUBLISHED, CONFIRMED, DROPPED, REMOVED  int id
 *    SESSION                        short length, UTF-8: session of the tokens that follow
 *    SENT                           int id, int number in the session
 *    UNPUBLISH_ALL, DROP_ALL        nothing
 *    AT                             long age clock of the entries that follow
 *    PURGE                          long age: what was done with by then is gone
 * </pre>
 */
final class MarkWriter {

    static final byte PUBLISHED = 1;
    static final byte SENT = 2;
    static final byte CONFIRMED = 3;
    static final byte REMOVED = 4;
    static final byte UNPUBLISH_ALL = 5;
    static final byte DROP_ALL = 6;
    static final byte PURGE = 7;
    static final byte SESSION = 8;
    static final byte DROPPED = 9;
    static final byte AT = 10;

    static final int AGE = 20;
    static final int WALL = 28;
    static final int LENGTH = 36;
    static final int ENTRIES = 40;

    private static final int LONGEST_SESSION = 1024;

    private ByteBuffer entries = ByteBuffer.allocate(4096);
    private String session = "";
    private long at;
    private int count;

    int count() {
        return count;
    }

    int bytes() {
        return entries.position();
    }

    /** Says when what follows happened. */
    MarkWriter at(long age) {
        if (age != at) {
            at = age;
            room(9).put(AT).putLong(age);
        }
        return this;
    }

    void published(int id, Token token) {
        if (token == null || token.session() == null || token.session().length() > LONGEST_SESSION) {
            entry(PUBLISHED, 4).putInt(id);
            return;
        }
        if (!token.session().equals(session)) {
            session = token.session();
            byte[] text = session.getBytes(StandardCharsets.UTF_8);
            room(3 + text.length).put(SESSION).putShort((short) text.length).put(text);
        }
        entry(SENT, 8).putInt(id).putInt(token.number());
    }

    void confirmed(int id) {
        entry(CONFIRMED, 4).putInt(id);
    }

    void removed(int id) {
        entry(REMOVED, 4).putInt(id);
    }

    void dropped(int id) {
        entry(DROPPED, 4).putInt(id);
    }

    void unpublishAll() {
        entry(UNPUBLISH_ALL, 0);
    }

    void dropAll() {
        entry(DROP_ALL, 0);
    }

    void purge(long horizon) {
        entry(PURGE, 8).putLong(horizon);
    }

    private ByteBuffer entry(byte kind, int length) {
        count++;
        return room(1 + length).put(kind);
    }

    private ByteBuffer room(int length) {
        if (entries.remaining() < length) {
            int size = Math.max(entries.capacity() * 2, entries.position() + length);
            entries = ByteBuffer.wrap(Arrays.copyOf(entries.array(), size)).position(entries.position());
        }
        return entries;
    }

    /** The record of what was collected; the frame is not sealed yet. */
    ByteBuffer record(long age, long wall) {
        int length = entries.position();
        ByteBuffer record = ByteBuffer.allocate(Frame.length(ENTRIES - Frame.HEADER + length));
        Frame.type(record, Frame.MARKS);
        record.putLong(AGE, age).putLong(WALL, wall).putInt(LENGTH, length);
        record.put(ENTRIES, entries.array(), 0, length);
        return record;
    }

    /** Forgets what has been written. */
    void clear() {
        entries = entries.capacity() > 65536 ? ByteBuffer.allocate(4096) : entries.clear();
        session = "";
        at = 0;
        count = 0;
    }
}
