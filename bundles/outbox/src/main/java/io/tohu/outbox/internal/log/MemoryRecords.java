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
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that could not be written, in bounded memory until they can. */
final class MemoryRecords {

    /** Position of a message that is only here. */
    static final long POSITION = -1;

    private final Map<Integer, ByteBuffer> records = new LinkedHashMap<>();
    private long bytes;

    /** Keeps a record; false when there is no room. */
    boolean put(int id, ByteBuffer record, QueueSettings limits) {
        if (records.size() >= limits.memoryMessages() || bytes + record.limit() > limits.memoryBytes()) {
            return false;
        }
        records.put(id, record);
        bytes += record.limit();
        return true;
    }

    void replace(int id, ByteBuffer record) {
        bytes += record.limit() - records.put(id, record).limit();
    }

    ByteBuffer get(int id) {
        return records.get(id);
    }

    void remove(int id) {
        ByteBuffer record = records.remove(id);
        bytes -= record == null ? 0 : record.limit();
    }

    int count() {
        return records.size();
    }

    /** Identifiers of what is here, in the order in which it came. */
    int[] ids() {
        return records.keySet().stream().mapToInt(Integer::intValue).toArray();
    }
}
