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

import com.digitalpetri.modbus.server.ModbusRtuServer;
import com.digitalpetri.modbus.server.ModbusServer;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyRtuServerTransport;
import com.digitalpetri.modbus.tcp.server.NettyServerTransportConfig;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.io.IOException;
import java.util.Optional;

/** A Modbus server on the loopback with holding registers 0 and up, whatever the unit. */
public final class ModbusPeer implements AutoCloseable {

    /** How frames are told apart on a TCP connection. */
    public enum Framing {
        TCP,
        RTU_OVER_TCP
    }

    private final ModbusServer server;

    /** With Modbus TCP's own framing. */
    public ModbusPeer(int port, int registers) {
        this(port, registers, Framing.TCP);
    }

    /**
     * @param port a free one
     * @param registers how many there are; each holds its own address
     */
    public ModbusPeer(int port, int registers, Framing framing) {
        ProcessImage image = new ProcessImage();
        image.with(tx -> tx.writeHoldingRegisters(map -> {
            for (int i = 0; i < registers; i++) {
                map.put(i, new byte[] {(byte) (i >> 8), (byte) i});
            }
        }));
        ModbusServices services = new ReadWriteModbusServices() {
            @Override
            protected Optional<ProcessImage> getProcessImage(int unit) {
                return Optional.of(image);
            }
        };
        NettyServerTransportConfig config = NettyServerTransportConfig.create(
                c -> c.setBindAddress("127.0.0.1").setPort(port));
        server = framing == Framing.TCP
                ? ModbusTcpServer.create(new NettyTcpServerTransport(config), services)
                : ModbusRtuServer.create(new NettyRtuServerTransport(config), services);
    }

    /** Begins to listen. */
    public void start() throws IOException {
        run(server::start);
    }

    @Override
    public void close() throws IOException {
        run(server::stop);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void run(Step step) throws IOException {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (Exception e) {
            throw new IOException("the Modbus server neither starts nor stops: " + e.getMessage(), e);
        }
    }
}
