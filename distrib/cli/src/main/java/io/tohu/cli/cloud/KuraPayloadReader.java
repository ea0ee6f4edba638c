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

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads metrics and body of a KuraPayload straight from the protobuf wire format. Deliberately shares nothing with the
 * gateway's encoder, so that both cannot be wrong in the same way.
 */
final class KuraPayloadReader {

    private static final int METRIC = 5000;
    private static final int BODY = 5001;
    private static final int NAME = 1;
    private static final int DOUBLE = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int INT = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int BYTES = 9;

    private KuraPayloadReader() {}

    /**
     * @throws IOException when the bytes are no payload, or a torn one
     */
    static KuraPayload read(byte[] payload) throws IOException {
        byte[] plain =
                isGzip(payload) ? new GZIPInputStream(new ByteArrayInputStream(payload)).readAllBytes() : payload;
        Map<String, Object> metrics = new LinkedHashMap<>();
        byte[] body = {};
        CodedInputStream in = CodedInputStream.newInstance(plain);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case METRIC -> metric(in.readByteArray(), metrics);
                case BODY -> body = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        return new KuraPayload(metrics, body);
    }

    private static void metric(byte[] bytes, Map<String, Object> metrics) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        String name = "";
        Object value = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case NAME -> name = in.readString();
                case DOUBLE -> value = in.readDouble();
                case FLOAT -> value = in.readFloat();
                case LONG -> value = in.readInt64();
                case INT -> value = in.readInt32();
                case BOOL -> value = in.readBool();
                case STRING -> value = in.readString();
                case BYTES -> value = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        if (value != null) {
            metrics.put(name, value);
        }
    }

    private static boolean isGzip(byte[] payload) {
        return payload.length > 2 && (payload[0] & 0xff) == 0x1f && (payload[1] & 0xff) == 0x8b;
    }
}
