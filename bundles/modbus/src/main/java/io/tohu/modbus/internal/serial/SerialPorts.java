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

import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The serial ports of this gateway, each for one driver at a time: a line has one master. */
@Component(service = SerialPorts.class)
public final class SerialPorts {

    private final BytePort.Opener opener;
    private final Map<Path, String> owners = new ConcurrentHashMap<>();

    @Activate
    public SerialPorts(@Reference SystemService system) {
        this(new NativePorts(Path.of(system.getKuraDataDirectory(), "tohu", "native", "serial")));
    }

    SerialPorts(BytePort.Opener opener) {
        this.opener = opener;
    }

    /**
     * Opens a port for a driver, until the link is closed.
     *
     * @throws PortException saying why not, and what to do
     */
    Link open(SerialLine line, String owner) throws PortException {
        Path device = device(line);
        String other = owners.putIfAbsent(device, owner);
        if (other != null) {
            throw new PortException(
                    "the driver \"" + other + "\" uses this port: put the units of a line into one driver"
                            + " (the unit is set for each channel)");
        }
        try {
            return new SerialLink(line, opener.open(line), () -> owners.remove(device));
        } catch (PortException | RuntimeException | Error e) {
            owners.remove(device);
            throw e;
        }
    }

    /** Ports have many names: those of adapters by serial number are links that lead to others. */
    private static Path device(SerialLine line) throws PortException {
        Path port = Path.of(line.port());
        if (!Files.exists(port)) {
            throw new PortException("there is no such port: is the adapter plugged in, and the name right? Names under"
                    + " /dev/serial/by-id stay the same when adapters are plugged in another order");
        }
        try {
            return port.toRealPath();
        } catch (IOException e) {
            throw new PortException("the port cannot be looked at: " + e.getMessage());
        }
    }
}
