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

import com.digitalpetri.modbus.ModbusRtuFrame;
import com.digitalpetri.modbus.client.ModbusClientConfig;
import com.digitalpetri.modbus.client.ModbusRtuClient;
import com.digitalpetri.modbus.client.ModbusRtuClientTransport;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The library's client with the exception code that the device sent: the library (2.1.4) takes the function code's byte
 * for it. For one request at a time, as RTU has it.
 */
final class RtuClient extends ModbusRtuClient {

    private volatile int exceptionCode;

    RtuClient(ModbusClientConfig config, ModbusRtuClientTransport transport) {
        super(config, transport);
    }

    /** The library calls it for the reply to the open request, before it looks into the reply. */
    @Override
    protected boolean verifyCrc16(ModbusRtuFrame frame) {
        ByteBuffer pdu = frame.pdu();
        if (pdu.remaining() > 1) {
            exceptionCode = pdu.get(pdu.position() + 1) & 0xFF;
        }
        return super.verifyCrc16(frame);
    }

    @Override
    public CompletionStage<ModbusResponsePdu> sendAsync(int unit, ModbusRequestPdu request) {
        CompletableFuture<ModbusResponsePdu> result = new CompletableFuture<>();
        super.sendAsync(unit, request).whenComplete((reply, failure) -> {
            if (failure == null) {
                result.complete(reply);
            } else if (Reasons.root(failure) instanceof ModbusResponseException e) {
                result.completeExceptionally(new ModbusResponseException(e.getFunctionCode(), exceptionCode));
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }
}
