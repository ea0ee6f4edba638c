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

import java.io.IOException;

/** A port that cannot be opened, or is lost; the message says why and what to do, without naming the port. */
public final class PortException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Numbers of errors on Linux. */
    private static final int NO_ACCESS = 13;

    private static final int GONE = 5;
    private static final int NO_DEVICE = 6;
    private static final int AGAIN = 11;
    private static final int BUSY = 16;
    private static final int NOT_THERE = 19;
    private static final int UNSUITABLE = 22;
    private static final int NO_TERMINAL = 25;

    public PortException(String message) {
        super(message);
    }

    /** @param error number of the system's error when opening */
    public static PortException opening(int error) {
        return new PortException(
                switch (error) {
                    case NO_ACCESS -> "permission denied: add the user that Kura runs as to the port's group, dialout as"
                            + " a rule, and restart Kura";
                    case AGAIN,
                            BUSY -> "another program uses the port: a line has one master; stop the other one (a login"
                            + " console and ModemManager are frequent)";
                    case NO_DEVICE, NOT_THERE, GONE -> "nothing answers behind this port: is the adapter plugged in?";
                    case UNSUITABLE -> "the port does not take these settings: try another baud rate, or none of the"
                            + " RS-485 setting";
                    case NO_TERMINAL -> "this is no serial port";
                    default -> "the port does not open (error " + error + ")";
                });
    }
}
