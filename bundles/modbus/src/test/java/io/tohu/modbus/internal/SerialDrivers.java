/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.serial.SerialPorts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;

/** Drivers on serial lines of one gateway. */
public final class SerialDrivers implements AutoCloseable {

    private final FieldThreads threads = new FieldThreads();
    private final SerialPorts ports = Configs.ports();
    private final Set<ModbusDriver> drivers = new HashSet<>();

    /** @param more pairs of property and value */
    public Driver make(String name, String port, int timeout, int retries, Object... more) {
        Map<String, Object> config = new HashMap<>(Map.of(
                "framing",
                "RTU",
                "serial.port",
                port,
                "serial.baud.rate",
                115_200,
                "request.timeout",
                timeout,
                "request.retries",
                retries,
                "reconnect.min",
                10,
                "reconnect.max",
                50));
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i].toString(), more[i + 1]);
        }
        ModbusDriver driver = new ModbusDriver(Configs.of(config), Map.of("kura.service.pid", name), threads, ports);
        drivers.add(driver);
        return driver;
    }

    public void stop(Driver driver) {
        ((ModbusDriver) driver).deactivate();
        drivers.remove(driver);
    }

    public static ChannelRecord holding(int unit, int address) {
        return Channels.toRead(DataType.INTEGER, "HOLDING_REGISTER", address, "UINT16", "unit.id", unit);
    }

    public static ChannelRecord set(int unit, int address, int value) {
        return Channels.toWrite(
                TypedValues.newIntegerValue(value), "HOLDING_REGISTER", address, "UINT16", "unit.id", unit);
    }

    @Override
    public void close() {
        drivers.forEach(ModbusDriver::deactivate);
        threads.close();
    }
}
