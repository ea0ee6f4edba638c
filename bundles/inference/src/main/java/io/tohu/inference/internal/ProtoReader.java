/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.util.Arrays;

/** Walks over the fields of one protobuf message without copying it. */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    /** The bytes are no protobuf message. */
    static final class Malformed extends ModelRefusedException {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private final byte[] data;
    private final int end;
    private int at;
    private int field;
    private int type;
    private long value;
    private int start;

    ProtoReader(byte[] data) {
        this(data, 0, data.length);
    }

    private ProtoReader(byte[] data, int at, int end) {
        this.data = data;
        this.at = at;
        this.end = end;
    }

    /** Goes to the next field; false at the end. */
    boolean next() throws Malformed {
        if (at == end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        switch (type) {
            case VARINT -> value = varint();
            case FIXED64 -> skip(Long.BYTES);
            case FIXED32 -> skip(Integer.BYTES);
            case LENGTH -> {
                long length = varint();
                if (length < 0 || length > end - at) {
                    throw new Malformed("it is torn at byte " + at);
                }
                start = at;
                at += (int) length;
            }
            default -> throw new Malformed("byte " + at + " begins no field");
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() throws Malformed {
        expect(VARINT);
        return value;
    }

    byte[] bytes() throws Malformed {
        expect(LENGTH);
        return Arrays.copyOfRange(data, start, at);
    }

    ProtoReader message() throws Malformed {
        expect(LENGTH);
        return new ProtoReader(data, start, at);
    }

    private void expect(int wanted) throws Malformed {
        if (type != wanted) {
            throw new Malformed("field " + field + " before byte " + at + " has another type");
        }
    }

    private void skip(int bytes) throws Malformed {
        if (bytes > end - at) {
            throw new Malformed("it is torn at byte " + at);
        }
        at += bytes;
    }

    private long varint() throws Malformed {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == end) {
                throw new Malformed("it is torn at byte " + at);
            }
            byte b = data[at++];
            number |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
        }
        throw new Malformed("a number before byte " + at + " is too long");
    }
}
