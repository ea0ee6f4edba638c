/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** The Modbus library's client alone, with blocks that a person has laid out by hand. */
final class BareBlocks implements AutoCloseable {

    private static final int UNIT = 1;

    private final ModbusTcpClient client;
    private final int[] values;
    private final int block;
    private final int inFlight;

    /**
     * @param registers how many to read, from address 0
     * @param block registers in a request
     * @param inFlight requests sent before the first of them is answered
     */
    BareBlocks(int port, int registers, int block, int inFlight) throws IOException {
        values = new int[registers];
        this.block = block;
        this.inFlight = inFlight;
        client = ModbusTcpClient.create(NettyTcpClientTransport.create(
                config -> config.setHostname("127.0.0.1").setPort(port)));
        try {
            client.connect();
        } catch (ModbusException e) {
            throw new IOException("the bare client does not connect port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Reads all registers once; gives their number. */
    long read() throws IOException {
        Semaphore places = new Semaphore(inFlight);
        CompletableFuture<?>[] requests = new CompletableFuture<?>[(values.length + block - 1) / block];
        for (int i = 0; i < requests.length; i++) {
            int from = i * block;
            int count = Math.min(block, values.length - from);
            places.acquireUninterruptibly();
            requests[i] = client.readHoldingRegistersAsync(UNIT, new ReadHoldingRegistersRequest(from, count))
                    .thenAccept(reply -> take(from, reply.registers()))
                    .whenComplete((done, failure) -> places.release())
                    .toCompletableFuture();
        }
        try {
            CompletableFuture.allOf(requests).join();
        } catch (CompletionException e) {
            throw new IOException(
                    "the bare client does not read: " + e.getCause().getMessage(), e);
        }
        if (values[values.length - 1] != values.length - 1) {
            throw new IOException("the bare client read wrong registers");
        }
        return values.length;
    }

    private void take(int from, byte[] bytes) {
        for (int i = 0; i < bytes.length / 2; i++) {
            values[from + i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            client.disconnect();
        } catch (ModbusException e) {
            throw new IOException("the bare client does not disconnect: " + e.getMessage(), e);
        }
    }
}
