/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.client.ModbusTcpClientTransport;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;

/**
 * Lets a reply pass only when it names the unit that was asked under its transaction id. The library matches the
 * transaction id alone; gateways with several masters have been seen to mix the rest. A foreign reply is dropped: the
 * right one may still come.
 */
final class UnitCheck implements ModbusTcpClientTransport {

    /** More than requests can be in flight. */
    private static final int SLOTS = 256;

    private static final int NONE = -1;

    private final ModbusTcpClientTransport transport;
    private final AtomicIntegerArray asked = new AtomicIntegerArray(SLOTS);

    UnitCheck(ModbusTcpClientTransport transport) {
        this.transport = transport;
        for (int i = 0; i < SLOTS; i++) {
            asked.set(i, NONE);
        }
    }

    @Override
    public CompletionStage<Void> send(ModbusTcpFrame frame) {
        asked.set(slot(frame), key(frame));
        return transport.send(frame);
    }

    @Override
    public void receive(Consumer<ModbusTcpFrame> receiver) {
        transport.receive(frame -> {
            if (asked.compareAndSet(slot(frame), key(frame), NONE)) {
                receiver.accept(frame);
            }
        });
    }

    private static int slot(ModbusTcpFrame frame) {
        return frame.header().transactionId() % SLOTS;
    }

    private static int key(ModbusTcpFrame frame) {
        return frame.header().transactionId() << 8 | frame.header().unitId();
    }

    @Override
    public CompletionStage<Void> connect() {
        return transport.connect();
    }

    @Override
    public CompletionStage<Void> disconnect() {
        return transport.disconnect();
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }
}
