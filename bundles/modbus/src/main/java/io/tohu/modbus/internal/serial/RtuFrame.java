/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One request as it goes over the wire, and the search for its reply in what comes back. */
final class RtuFrame {

    /** The longest frame of the specification. */
    static final int LONGEST = 256;

    private static final int EXCEPTION = 0x80;
    private static final int WRITE_COIL = 5;
    private static final int WRITE_REGISTER = 6;
    private static final int MASK_WRITE = 22;
    private static final int SHORTEST = 5;
    private static final int WRITE_REPLY = 8;
    private static final int MASK_WRITE_REPLY = 10;

    private final byte[] request;

    /** @param pdu function code and what belongs to it */
    RtuFrame(int unit, ByteBuffer pdu) {
        int length = 1 + pdu.remaining();
        request = new byte[length + 2];
        request[0] = (byte) unit;
        pdu.get(request, 1, length - 1);
        int crc = crc(request, 0, length);
        request[length] = (byte) crc;
        request[length + 1] = (byte) (crc >> 8);
    }

    byte[] bytes() {
        return request;
    }

    /** Whether the reply to it looks the same: then an echo of the request passes for its reply. */
    boolean isAnsweredByItself() {
        return request[1] == WRITE_COIL || request[1] == WRITE_REGISTER || request[1] == MASK_WRITE;
    }

    /** How many bytes in front are the request itself, or its beginning while no more has come. */
    int echo(byte[] data, int length) {
        int seen = Math.min(length, request.length);
        return Arrays.equals(data, 0, seen, request, 0, seen) ? seen : 0;
    }

    /** Where a search ended. */
    enum Outcome {
        /** More has to come. */
        OPEN,
        FOUND,
        /** What is in the reply's place is damaged. */
        DAMAGED
    }

    /**
     * @param start where unit, function and so on begin, when found
     * @param length with the checksum
     */
    record Found(Outcome outcome, int start, int length) {}

    /**
     * Looks for the reply from the unit to the function that was asked; what is before it, as noise when the line's
     * direction changes or another unit's late reply, is passed over.
     */
    Found find(byte[] data, int from, int to) {
        for (int at = from; at + SHORTEST <= to; at++) {
            if (data[at] != request[0] || (data[at + 1] & ~EXCEPTION & 0xFF) != request[1]) {
                continue;
            }
            int length = replyLength(data, at);
            if (at + length > to) {
                continue;
            }
            int crc = crc(data, at, length - 2);
            if ((data[at + length - 2] & 0xFF | (data[at + length - 1] & 0xFF) << 8) == crc) {
                return new Found(Outcome.FOUND, at, length);
            }
            if (at == from && length == expectedLength()) {
                return new Found(Outcome.DAMAGED, at, length);
            }
        }
        return new Found(Outcome.OPEN, 0, 0);
    }

    private boolean reads() {
        return request[1] >= 1 && request[1] <= 4;
    }

    private int replyLength(byte[] data, int at) {
        if ((data[at + 1] & EXCEPTION) != 0) {
            return SHORTEST;
        }
        return reads() ? SHORTEST + (data[at + 2] & 0xFF) : fixedLength();
    }

    /** Length of the reply that carries what was asked for. */
    private int expectedLength() {
        if (!reads()) {
            return fixedLength();
        }
        int count = (request[4] & 0xFF) << 8 | request[5] & 0xFF;
        return SHORTEST + (request[1] <= 2 ? (count + 7) / 8 : 2 * count);
    }

    private int fixedLength() {
        return request[1] == MASK_WRITE ? MASK_WRITE_REPLY : WRITE_REPLY;
    }

    private static int crc(byte[] data, int offset, int length) {
        Crc16 crc = new Crc16();
        for (int i = offset; i < offset + length; i++) {
            crc.update(data[i]);
        }
        return crc.getValue();
    }
}
