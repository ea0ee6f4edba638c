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

import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A link that answers at once, as the test says; it keeps what was asked as {@code unit:first-last}. */
final class FakeLink implements Link {

    final List<String> asked = new ArrayList<>();
    /** Why a request fails; null when it does not. */
    Function<String, ExchangeException> trouble = asked -> null;

    private final CompletableFuture<String> closed = new CompletableFuture<>();

    @Override
    public CompletableFuture<ModbusResponsePdu> send(int unit, ModbusRequestPdu request) {
        ReadHoldingRegistersRequest read = (ReadHoldingRegistersRequest) request;
        String what = unit + ":" + read.address() + "-" + (read.address() + read.quantity() - 1);
        asked.add(what);
        ExchangeException failure = trouble.apply(what);
        return failure == null
                ? CompletableFuture.completedFuture(new ReadHoldingRegistersResponse(new byte[2 * read.quantity()]))
                : CompletableFuture.failedFuture(failure);
    }

    static ExchangeException silence() {
        return new ExchangeException(Kind.NO_REPLY, "no reply");
    }

    @Override
    public CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public CompletableFuture<Void> close(String reason) {
        closed.complete(reason);
        return CompletableFuture.completedFuture(null);
    }
}
