/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import com.digitalpetri.modbus.pdu.MaskWriteRegisterRequest;
import com.digitalpetri.modbus.pdu.MaskWriteRegisterResponse;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadCoilsResponse;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilResponse;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterResponse;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.plan.Span;

/** Read requests, what their replies carry, and whether a reply fits its request. */
final class Replies {

    private Replies() {}

    static ModbusRequestPdu readRequest(Span span) {
        return switch (span.table()) {
            case COIL -> new ReadCoilsRequest(span.start(), span.length());
            case DISCRETE_INPUT -> new ReadDiscreteInputsRequest(span.start(), span.length());
            case HOLDING_REGISTER -> new ReadHoldingRegistersRequest(span.start(), span.length());
            case INPUT_REGISTER -> new ReadInputRegistersRequest(span.start(), span.length());
        };
    }

    /** The cells that the reply to a read request carries; null for any other reply. */
    static byte[] data(ModbusResponsePdu reply) {
        if (reply instanceof ReadHoldingRegistersResponse r) {
            return r.registers();
        }
        if (reply instanceof ReadInputRegistersResponse r) {
            return r.registers();
        }
        if (reply instanceof ReadCoilsResponse r) {
            return r.coils();
        }
        return reply instanceof ReadDiscreteInputsResponse r ? r.inputs() : null;
    }

    /** @throws ExchangeException when the reply has another length than asked for, or echoes another write */
    static void check(ModbusRequestPdu request, ModbusResponsePdu reply) throws ExchangeException {
        int expected = dataLength(request);
        if (expected >= 0) {
            byte[] data = data(reply);
            if (data == null || data.length != expected) {
                throw new ExchangeException(
                        Kind.BAD_REPLY,
                        "the reply carries " + (data == null ? 0 : data.length) + " bytes where " + expected
                                + " were asked for");
            }
        } else if (!echoes(request, reply)) {
            throw new ExchangeException(Kind.BAD_REPLY, "the reply confirms another write than the one sent");
        }
    }

    private static int dataLength(ModbusRequestPdu request) {
        if (request instanceof ReadHoldingRegistersRequest r) {
            return 2 * r.quantity();
        }
        if (request instanceof ReadInputRegistersRequest r) {
            return 2 * r.quantity();
        }
        if (request instanceof ReadCoilsRequest r) {
            return (r.quantity() + 7) / 8;
        }
        return request instanceof ReadDiscreteInputsRequest r ? (r.quantity() + 7) / 8 : -1;
    }

    private static boolean echoes(ModbusRequestPdu request, ModbusResponsePdu reply) {
        if (request instanceof WriteSingleRegisterRequest q && reply instanceof WriteSingleRegisterResponse a) {
            return q.address() == a.address() && (q.value() & 0xFFFF) == (a.value() & 0xFFFF);
        }
        if (request instanceof WriteSingleCoilRequest q && reply instanceof WriteSingleCoilResponse a) {
            return q.address() == a.address() && q.value() == a.value();
        }
        if (request instanceof WriteMultipleRegistersRequest q && reply instanceof WriteMultipleRegistersResponse a) {
            return q.address() == a.address() && q.quantity() == a.quantity();
        }
        if (request instanceof WriteMultipleCoilsRequest q && reply instanceof WriteMultipleCoilsResponse a) {
            return q.address() == a.address() && q.quantity() == a.quantity();
        }
        return request instanceof MaskWriteRegisterRequest q
                && reply instanceof MaskWriteRegisterResponse a
                && q.address() == a.address()
                && (q.andMask() & 0xFFFF) == (a.andMask() & 0xFFFF)
                && (q.orMask() & 0xFFFF) == (a.orMask() & 0xFFFF);
    }
}
