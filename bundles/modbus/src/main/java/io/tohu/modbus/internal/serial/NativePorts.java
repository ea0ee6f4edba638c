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
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ports of this machine through jSerialComm, whose classes and native library come with a package of their own, before
 * or long after this one: they are looked for whenever a port is to be opened. What needs them is kept in {@link NativePort},
 * since a class that once failed to link in this one would fail for good.
 */
final class NativePorts implements BytePort.Opener {

    private static final Logger LOG = LoggerFactory.getLogger(NativePorts.class);

    private final Path folder;
    private boolean prepared;
    private boolean unloadable;

    /** @param folder where the native library is copied to before it is loaded */
    NativePorts(Path folder) {
        this.folder = folder;
    }

    @Override
    public BytePort open(SerialLine line) throws PortException {
        prepare();
        return NativePort.open(line);
    }

    private synchronized void prepare() throws PortException {
        if (unloadable) {
            throw doesNotLoad();
        }
        if (prepared) {
            return;
        }
        try {
            Class<?> library =
                    Class.forName("com.fazecast.jSerialComm.SerialPort", false, NativePorts.class.getClassLoader());
            NativeLibrary.load(library, folder);
            prepared = true;
        } catch (ClassNotFoundException e) {
            throw new PortException("serial ports need the package tohu-serial, which is not installed: install it");
        } catch (LinkageError e) {
            // The JVM tries a class once: what failed stays so until it is started anew.
            unloadable = true;
            LOG.error("The native library for serial ports does not load", e);
            throw doesNotLoad();
        }
    }

    private static PortException doesNotLoad() {
        return new PortException("the native library for serial ports does not load on this machine ("
                + System.getProperty("os.arch") + "): the log says why; Kura has to be restarted after it was mended");
    }
}
