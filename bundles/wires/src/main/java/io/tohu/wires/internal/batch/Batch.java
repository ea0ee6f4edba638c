/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.batch;

import java.io.ByteArrayOutputStream;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.message.KuraPayload;

/** Records that become one message. */
final class Batch {

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final Map<String, Object> properties = new HashMap<>();
    private final long first;
    private long last;
    private int count;
    private boolean urgent;

    /**
     * @param group name of the property that all its records share, empty when there is none
     * @param value and its value
     * @param first time of the first record, milliseconds since 1970
     */
    Batch(String group, Object value, long first) {
        this.first = first;
        if (!group.isEmpty() && value != null) {
            properties.put(group, value);
        }
    }

    void add(byte[] record, long timestamp, boolean isUrgent) {
        records.writeBytes(record);
        last = timestamp;
        count++;
        urgent |= isUrgent;
    }

    int count() {
        return count;
    }

    /** Bytes before compression. */
    int bytes() {
        return records.size();
    }

    boolean isUrgent() {
        return urgent;
    }

    long first() {
        return first;
    }

    /** One message with the records as its compressed body. */
    KuraMessage message() {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date(last));
        properties.forEach(payload::addMetric);
        payload.addMetric("batch.records", count);
        payload.addMetric("batch.first", first);
        payload.addMetric("batch.last", last);
        payload.setBody(RecordEncoding.gzip(records.toByteArray()));
        return new KuraMessage(payload, properties);
    }
}
