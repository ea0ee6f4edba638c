/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

/** A request that brought no usable reply; the message says why, in words for an operator, without the address. */
public final class ExchangeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Kind {
        /** There is no connection, or it ended before the reply. */
        LINK,
        /** Nothing came in time. */
        NO_REPLY,
        /** The request was not sent, since the unit had just been silent. */
        NOT_ASKED,
        /** What came was no reply to this request. */
        BAD_REPLY,
        /** A reply came, and its checksum says that it is not what the device sent. */
        DAMAGED,
        /** The device answered with a Modbus exception. */
        REFUSED
    }

    private final Kind kind;
    private final int code;

    public ExchangeException(Kind kind, String message) {
        this(kind, 0, message);
    }

    private ExchangeException(Kind kind, int code, String message) {
        // No stack trace: it would show only how a reply travels through futures, at every request that fails.
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** @param code the Modbus exception code that the device sent */
    public static ExchangeException refused(int function, int code) {
        return new ExchangeException(Kind.REFUSED, code, words(function, code));
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the device answered with the given Modbus exception code. */
    public boolean refusedWith(int code) {
        return kind == Kind.REFUSED && this.code == code;
    }

    private static String words(int function, int code) {
        return switch (code) {
            case 1 -> "the device does not know function " + function + " (exception 1, illegal function)";
            case 2 -> "the device has no such address (exception 2, illegal data address)";
            case 3 -> "the device refuses the value or the count (exception 3, illegal data value)";
            case 4 -> "the device failed over this request (exception 4, server device failure)";
            case 5 -> "the device is still working on it (exception 5, acknowledge)";
            case 6 -> "the device is busy (exception 6, server device busy)";
            case 8 -> "the device found its memory corrupt (exception 8, memory parity error)";
            case 10 -> "the gateway has no way to this unit (exception 10, gateway path unavailable)";
            case 11 -> "the unit behind the gateway does not answer"
                    + " (exception 11, gateway target device failed to respond)";
            default -> "the device refuses with the unknown exception " + code;
        };
    }
}
