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

import com.fazecast.jSerialComm.SerialPort;
import io.tohu.modbus.internal.link.PortException;
import io.tohu.modbus.internal.serial.SerialLine.Parity;
import java.io.IOException;
import java.nio.file.Path;

/** A port of this machine. */
final class NativePort implements BytePort {

    private static final int TENTH = 100;

    private final SerialPort port;

    private NativePort(SerialPort port) {
        this.port = port;
    }

    static BytePort open(SerialLine line) throws PortException {
        SerialPort port = SerialPort.getCommPort(line.port());
        port.setComPortParameters(
                line.baud(),
                8,
                line.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                switch (isPseudo(line) ? Parity.NONE : line.parity()) {
                    case NONE -> SerialPort.NO_PARITY;
                    case EVEN -> SerialPort.EVEN_PARITY;
                    case ODD -> SerialPort.ODD_PARITY;
                });
        if (line.rs485()) {
            port.setRs485ModeParameters(true, true, 0, 0);
        } else {
            // What the system's own setting says about the direction stays as it is.
            port.disableRs485ModeControl();
        }
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, TENTH, 0);
        if (!port.openPort(0)) {
            throw PortException.opening(port.getLastErrorCode());
        }
        return new NativePort(port);
    }

    /** Pseudo terminals stand in for ports that another program provides; they have no parity, and refuse one. */
    private static boolean isPseudo(SerialLine line) throws PortException {
        try {
            return Path.of(line.port()).toRealPath().startsWith("/dev/pts");
        } catch (IOException e) {
            throw new PortException("the port cannot be looked at: " + e.getMessage());
        }
    }

    @Override
    public int read(byte[] into, int offset) throws IOException {
        return checked(port.readBytes(into, into.length - offset, offset));
    }

    @Override
    public boolean available() throws IOException {
        return checked(port.bytesAvailable()) > 0;
    }

    @Override
    public boolean sent() throws IOException {
        return checked(port.bytesAwaitingWrite()) == 0;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (checked(port.writeBytes(bytes, bytes.length)) < bytes.length) {
            throw gone();
        }
    }

    @Override
    public void close() {
        port.closePort();
    }

    private static int checked(int count) throws IOException {
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    private static IOException gone() {
        return new PortException("the port is gone: was the adapter unplugged?");
    }
}
