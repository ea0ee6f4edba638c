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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.kura.message.KuraPayload;

/** One metric: name 1, type 2, and its value in the field of its type, 3 to 9. */
final class MetricCodec {

    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int FIRST_VALUE = 3;

    private MetricCodec() {}

    /** The types in the format's order: their ordinal is the number sent, and the value's field follows from it. */
    private enum Type {
        DOUBLE,
        FLOAT,
        INT64,
        INT32,
        BOOL,
        STRING,
        BYTES;

        int field() {
            return FIRST_VALUE + ordinal();
        }

        static Type of(Object value) {
            if (value instanceof Double) {
                return DOUBLE;
            } else if (value instanceof Float) {
                return FLOAT;
            } else if (value instanceof Long) {
                return INT64;
            } else if (value instanceof Integer) {
                return INT32;
            } else if (value instanceof Boolean) {
                return BOOL;
            } else if (value instanceof String) {
                return STRING;
            } else if (value instanceof byte[]) {
                return BYTES;
            }
            throw new IllegalArgumentException(
                    "No metric can be a " + value.getClass().getName());
        }
    }

    static byte[] encode(String name, Object value) throws IOException {
        Type type = Type.of(value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeString(NAME, name);
        out.writeEnum(TYPE, type.ordinal());
        switch (type) {
            case DOUBLE -> out.writeDouble(type.field(), (Double) value);
            case FLOAT -> out.writeFloat(type.field(), (Float) value);
            case INT64 -> out.writeInt64(type.field(), (Long) value);
            case INT32 -> out.writeInt32(type.field(), (Integer) value);
            case BOOL -> out.writeBool(type.field(), (Boolean) value);
            case STRING -> out.writeString(type.field(), (String) value);
            case BYTES -> out.writeByteArray(type.field(), (byte[]) value);
        }
        out.flush();
        return bytes.toByteArray();
    }

    static void decodeInto(KuraPayload payload, byte[] metric) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(metric);
        String name = null;
        Object value = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field == NAME) {
                name = in.readString();
            } else if (field >= FIRST_VALUE && field <= Type.BYTES.field()) {
                value = value(Type.values()[field - FIRST_VALUE], in);
            } else {
                in.skipField(tag);
            }
        }
        if (name == null) {
            throw new IOException("A metric without name");
        }
        payload.addMetric(name, value);
    }

    private static Object value(Type type, CodedInputStream in) throws IOException {
        return switch (type) {
            case DOUBLE -> (Object) in.readDouble();
            case FLOAT -> in.readFloat();
            case INT64 -> in.readInt64();
            case INT32 -> in.readInt32();
            case BOOL -> in.readBool();
            case STRING -> in.readString();
            case BYTES -> in.readByteArray();
        };
    }
}
