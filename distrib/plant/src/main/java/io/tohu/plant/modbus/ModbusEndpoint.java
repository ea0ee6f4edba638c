/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.modbus;

import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import io.tohu.plant.PlantException;
import io.tohu.plant.serve.ByteCounter;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.Ports;
import io.tohu.plant.serve.ServerThreads;
import java.util.concurrent.ExecutionException;

/** Serves a machine's tags as Modbus TCP registers of unit 1, as {@link RegisterMap} lays them out. */
public final class ModbusEndpoint implements AutoCloseable {

    private final ModbusTcpServer server;
    private final int port;

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one
     */
    public ModbusEndpoint(Machine machine, String bind, int port, ServerThreads threads, Counters counters)
            throws PlantException {
        this.port = Ports.free(bind, port, "Modbus TCP", "--modbus-port");
        NettyTcpServerTransport transport = NettyTcpServerTransport.create(config -> config.setBindAddress(bind)
                .setPort(this.port)
                .setEventLoopGroup(threads.network())
                .setExecutor(threads.workers())
                .setPipelineCustomizer(pipeline -> pipeline.addFirst(new ByteCounter(counters))));
        server = ModbusTcpServer.create(transport, new Registers(machine, counters));
        try {
            server.start();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlantException("interrupted while the Modbus server started", interrupted);
        } catch (ExecutionException failed) {
            throw Ports.taken(bind, this.port, "Modbus TCP", "--modbus-port", failed);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException alreadyClosed) {
            // The socket is gone either way.
        }
    }
}
