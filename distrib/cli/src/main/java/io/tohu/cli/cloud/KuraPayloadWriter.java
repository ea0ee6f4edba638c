/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes a KuraPayload in the protobuf wire format, uncompressed. Like the reader, it shares nothing with a gateway. */
final class KuraPayloadWriter {

    private static final int TIMESTAMP = 1;
    private static final int METRIC = 5000;
    private static final int BODY = 5001;
    private static final int NAME = 1;
    private static final int TYPE = 2;

    private KuraPayloadWriter() {}

    /**
     * @param timestamp ms since the epoch
     * @throws IllegalArgumentException when a metric's value has no type in the format
     */
    static byte[] write(long timestamp, KuraPayload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeInt64(TIMESTAMP, timestamp);
            for (Map.Entry<String, Object> metric : payload.metrics().entrySet()) {
                out.writeByteArray(METRIC, metric(metric.getKey(), metric.getValue()));
            }
            byte[] body = payload.body();
            if (body.length > 0) {
                out.writeByteArray(BODY, body);
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] metric(String name, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeString(NAME, name);
        if (value instanceof Double v) {
            out.writeEnum(TYPE, 0);
            out.writeDouble(3, v);
        } else if (value instanceof Float v) {
            out.writeEnum(TYPE, 1);
            out.writeFloat(4, v);
        } else if (value instanceof Long v) {
            out.writeEnum(TYPE, 2);
            out.writeInt64(5, v);
        } else if (value instanceof Integer v) {
            out.writeEnum(TYPE, 3);
            out.writeInt32(6, v);
        } else if (value instanceof Boolean v) {
            out.writeEnum(TYPE, 4);
            out.writeBool(7, v);
        } else if (value instanceof String v) {
            out.writeEnum(TYPE, 5);
            out.writeString(8, v);
        } else if (value instanceof byte[] v) {
            out.writeEnum(TYPE, 6);
            out.writeByteArray(9, v);
        } else {
            throw new IllegalArgumentException("metric " + name + " cannot be a " + value.getClass());
        }
        out.flush();
        return bytes.toByteArray();
    }
}
