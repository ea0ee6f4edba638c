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

import io.tohu.modbus.internal.link.PortException;
import java.io.IOException;

/** An open serial port; one thread reads and writes it, any may close it. */
interface BytePort {

    /**
     * Waits a tenth of a second at the most.
     *
     * @return number of bytes read; 0 when none came
     * @throws IOException when the port is gone
     */
    int read(byte[] into, int offset) throws IOException;

    /** Whether bytes are waiting to be read. */
    boolean available() throws IOException;

    /** Whether all that was written has left the machine, so that writing does not block. */
    boolean sent() throws IOException;

    /** @throws IOException when the port is gone */
    void write(byte[] bytes) throws IOException;

    void close();

    /** Opens ports. */
    interface Opener {

        /** @throws PortException saying why not, and what to do */
        BytePort open(SerialLine line) throws PortException;
    }
}
