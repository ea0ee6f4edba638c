/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A Modbus TCP server on the loopback with holding registers 0 and up, whatever the unit; it lives as long as its process. */
public final class ModbusPeer {

    private final ModbusTcpServer server;

    /**
     * @param port a free one
     * @param registers how many there are; each holds its own address
     */
    public ModbusPeer(int port, int registers) {
        ProcessImage image = new ProcessImage();
        image.with(tx -> tx.writeHoldingRegisters(map -> {
            for (int i = 0; i < registers; i++) {
                map.put(i, new byte[] {(byte) (i >> 8), (byte) i});
            }
        }));
        server = ModbusTcpServer.create(
                NettyTcpServerTransport.create(
                        config -> config.setBindAddress("127.0.0.1").setPort(port)),
                new ReadWriteModbusServices() {
                    @Override
                    protected Optional<ProcessImage> getProcessImage(int unit) {
                        return Optional.of(image);
                    }
                });
    }

    /** Begins to listen. */
    public void start() throws InterruptedException, ExecutionException {
        server.start();
    }
}
