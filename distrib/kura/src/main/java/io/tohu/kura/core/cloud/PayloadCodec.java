/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's payload in protocol buffers: timestamp 1, metrics 5000 (each a {@link MetricCodec}), body 5001. A position (2) is
 * neither written nor read.
 */
public final class PayloadCodec {

    private static final Logger LOG = LoggerFactory.getLogger(PayloadCodec.class);

    private static final int TIMESTAMP = 1;
    private static final int METRIC = 5000;
    private static final int BODY = 5001;

    private PayloadCodec() {}

    /**
     * @param payload what to send
     * @param gzip whether to compress it, which is done only where it makes it shorter
     * @return the bytes
     * @throws IllegalArgumentException when a metric is of a type that the format does not have
     */
    public static byte[] encode(KuraPayload payload, boolean gzip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            if (payload.getTimestamp() != null) {
                out.writeInt64(TIMESTAMP, payload.getTimestamp().getTime());
            }
            for (Map.Entry<String, Object> metric : payload.metrics().entrySet()) {
                if (metric.getValue() == null) {
                    LOG.debug("Metric {} has no value and is not sent", metric.getKey());
                } else {
                    out.writeByteArray(METRIC, MetricCodec.encode(metric.getKey(), metric.getValue()));
                }
            }
            if (payload.getBody() != null) {
                out.writeByteArray(BODY, payload.getBody());
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return gzip ? shorter(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static byte[] shorter(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compressed.size() < plain.length ? compressed.toByteArray() : plain;
    }

    /**
     * @param bytes a message, compressed or not
     * @return what it says
     * @throws IOException when it is no Kura payload
     */
    public static KuraPayload decode(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(plain(bytes));
        KuraPayload payload = new KuraPayload();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TIMESTAMP -> payload.setTimestamp(new Date(in.readInt64()));
                case METRIC -> MetricCodec.decodeInto(payload, in.readByteArray());
                case BODY -> payload.setBody(in.readByteArray());
                default -> in.skipField(tag);
            }
        }
        return payload;
    }

    private static byte[] plain(byte[] bytes) throws IOException {
        boolean gzip = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        if (!gzip) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
