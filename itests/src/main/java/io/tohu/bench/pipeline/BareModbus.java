/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.io.IOException;

/** The Modbus library's client alone: blocks as large as the protocol allows, one request at a time. */
final class BareModbus implements AutoCloseable {

    private static final int UNIT = 1;
    private static final int BLOCK = 125;

    private final ModbusTcpClient client;
    private final int[] values;

    /**
     * @param registers how many to read, from address 0
     */
    BareModbus(int port, int registers) throws IOException {
        values = new int[registers];
        client = ModbusTcpClient.create(NettyTcpClientTransport.create(
                config -> config.setHostname("127.0.0.1").setPort(port)));
        try {
            client.connect();
        } catch (ModbusException e) {
            throw new IOException("the bare client does not connect port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Reads all registers once. */
    void read() throws IOException {
        try {
            for (int from = 0; from < values.length; from += BLOCK) {
                int count = Math.min(BLOCK, values.length - from);
                byte[] bytes = client.readHoldingRegisters(UNIT, new ReadHoldingRegistersRequest(from, count))
                        .registers();
                for (int i = 0; i < count; i++) {
                    values[from + i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
                }
            }
        } catch (ModbusException e) {
            throw new IOException("the bare client does not read: " + e.getMessage(), e);
        }
        if (values[values.length - 1] != values.length - 1) {
            throw new IOException("the bare client read wrong registers");
        }
    }

    /** Values a second, reading all registers again and again. */
    double rate(long millis) throws IOException {
        long begin = System.nanoTime();
        long nanos = 0;
        long count = 0;
        while (nanos < millis * 1_000_000) {
            read();
            count += values.length;
            nanos = System.nanoTime() - begin;
        }
        return count * 1e9 / nanos;
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
