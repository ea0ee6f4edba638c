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

import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A link over the library's client, which stays with its first connection. */
final class ClientLink implements Link {

    private final ModbusClient client;
    private final CompletableFuture<String> closed;
    private final CompletableFuture<Void> released;
    private final Set<CompletableFuture<ModbusResponsePdu>> open = ConcurrentHashMap.newKeySet();

    /** @param closed completes when the connection ends */
    ClientLink(ModbusClient client, CompletableFuture<String> closed) {
        this.client = client;
        this.closed = closed;
        this.released = closed.thenCompose(reason -> {
            // The library would let them wait for their timeout.
            open.forEach(request -> request.completeExceptionally(ended(reason)));
            return client.getTransport().disconnect();
        });
    }

    @Override
    public CompletableFuture<ModbusResponsePdu> send(int unit, ModbusRequestPdu request) {
        CompletableFuture<ModbusResponsePdu> result = new CompletableFuture<>();
        open.add(result);
        if (closed.isDone()) {
            result.completeExceptionally(ended(closed.join()));
        } else {
            client.sendAsync(unit, request).whenComplete((reply, failure) -> {
                if (failure == null) {
                    result.complete(reply);
                } else {
                    result.completeExceptionally(Reasons.exchange(failure));
                }
            });
        }
        return result.whenComplete((reply, failure) -> open.remove(result));
    }

    @Override
    public CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public CompletableFuture<Void> close(String reason) {
        closed.complete(reason);
        return released;
    }

    private static ExchangeException ended(String reason) {
        return new ExchangeException(Kind.LINK, "the connection ended: " + reason);
    }
}
