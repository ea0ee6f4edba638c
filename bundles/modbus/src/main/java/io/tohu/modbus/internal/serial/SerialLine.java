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

import io.tohu.modbus.internal.link.Route;
import java.time.Duration;

/**
 * A serial port and how it is set; characters of RTU have eight data bits.
 *
 * @param port as {@code /dev/ttyUSB0}
 * @param baud bits a second
 * @param stopBits 1 or 2
 * @param rs485 whether the port's driver has to switch the direction of a two-wire line
 */
public record SerialLine(String port, int baud, Parity parity, int stopBits, boolean rs485, Duration requestTimeout)
        implements Route {

    /** A port opens at once or not at all; some drivers of adapters take their time. */
    private static final Duration OPENING = Duration.ofSeconds(5);

    /** Above this speed the specification fixes the silence, since interrupts would come too fast for shorter ones. */
    private static final int FAST = 19_200;

    private static final long FAST_SILENCE = 1_750_000;

    /** The check bit of a character. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    @Override
    public Duration connectTimeout() {
        return OPENING;
    }

    /**
     * The silence that ends a frame, in nanoseconds: 3.5 characters, or 1.75 ms above 19200 baud (Modbus over Serial
     * Line, Specification and Implementation Guide V1.02, 2.5.1.1).
     */
    public long silence() {
        return baud > FAST ? FAST_SILENCE : 7 * characterBits() * 1_000_000_000L / (2L * baud);
    }

    private int characterBits() {
        return 1 + 8 + (parity == Parity.NONE ? 0 : 1) + stopBits;
    }

    @Override
    public String toString() {
        return port + " (" + baud + " 8" + parity.name().charAt(0) + stopBits + ")";
    }
}
