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

import com.digitalpetri.modbus.ModbusPduSerializer;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusPdu;
import java.nio.ByteBuffer;

/** Decodes replies, and refuses those with bytes left over: their length field lies. */
public final class StrictReplies implements ModbusPduSerializer {

    public static final StrictReplies INSTANCE = new StrictReplies();

    private StrictReplies() {}

    @Override
    public void encode(ModbusPdu pdu, ByteBuffer buffer) throws Exception {
        DefaultResponseSerializer.INSTANCE.encode(pdu, buffer);
    }

    @Override
    public ModbusPdu decode(int functionCode, ByteBuffer buffer) throws Exception {
        ModbusPdu reply = DefaultResponseSerializer.INSTANCE.decode(functionCode, buffer);
        if (buffer.hasRemaining()) {
            throw new ModbusException("the reply is " + buffer.remaining() + " bytes longer than it says");
        }
        return reply;
    }
}
