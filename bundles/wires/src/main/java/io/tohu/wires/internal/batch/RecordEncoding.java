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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.kura.type.TypedValue;

/**
 * Wire records as Kura payloads in Kura's own protobuf format, each with its length before it, as
 * {@code parseDelimitedFrom} of any protobuf library reads them.
 */
final class RecordEncoding {

    private static final int TIMESTAMP = 1 << 3;
    private static final int METRIC = 5000 << 3 | 2;

    private RecordEncoding() {}

    /** A record with its length before it. */
    static byte[] delimited(Map<String, TypedValue<?>> record, long timestamp) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        varint(payload, TIMESTAMP);
        varint(payload, timestamp);
        record.forEach((name, value) -> {
            byte[] metric = metric(name, value);
            varint(payload, METRIC);
            bytes(payload, metric);
        });
        ByteArrayOutputStream delimited = new ByteArrayOutputStream(payload.size() + 4);
        bytes(delimited, payload.toByteArray());
        return delimited.toByteArray();
    }

    private static byte[] metric(String name, TypedValue<?> value) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        metric.write(1 << 3 | 2);
        bytes(metric, name.getBytes(StandardCharsets.UTF_8));
        switch (value.getType()) {
            case DOUBLE -> fixed(type(metric, 0), 3, Double.doubleToRawLongBits((Double) value.getValue()), 8);
            case FLOAT -> fixed(type(metric, 1), 4, Float.floatToRawIntBits((Float) value.getValue()), 4);
            case LONG -> number(type(metric, 2), 5, (Long) value.getValue());
            case INTEGER -> number(type(metric, 3), 6, (Integer) value.getValue());
            case BOOLEAN -> number(type(metric, 4), 7, (Boolean) value.getValue() ? 1 : 0);
            case STRING -> text(type(metric, 5), 8, ((String) value.getValue()).getBytes(StandardCharsets.UTF_8));
            case BYTE_ARRAY -> text(type(metric, 6), 9, (byte[]) value.getValue());
            default -> throw new IllegalArgumentException("a wire carries no " + value.getType());
        }
        return metric.toByteArray();
    }

    private static ByteArrayOutputStream type(ByteArrayOutputStream metric, int type) {
        metric.write(2 << 3);
        metric.write(type);
        return metric;
    }

    private static void fixed(ByteArrayOutputStream target, int field, long bits, int length) {
        target.write(field << 3 | (length == 8 ? 1 : 5));
        for (int i = 0; i < length; i++) {
            target.write((int) (bits >>> 8 * i));
        }
    }

    private static void number(ByteArrayOutputStream target, int field, long value) {
        target.write(field << 3);
        varint(target, value);
    }

    private static void text(ByteArrayOutputStream target, int field, byte[] value) {
        target.write(field << 3 | 2);
        bytes(target, value);
    }

    private static void bytes(ByteArrayOutputStream target, byte[] value) {
        varint(target, value.length);
        target.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream target, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            target.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        target.write((int) rest);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
