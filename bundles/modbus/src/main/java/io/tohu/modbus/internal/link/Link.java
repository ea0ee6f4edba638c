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

import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import java.util.concurrent.CompletableFuture;

/** One open way to one or more devices. It is never reopened: after its end a new one takes its place. */
public interface Link {

    /**
     * Sends a request and never blocks.
     *
     * @return completes with the reply to this request and no other, or with an {@link ExchangeException}
     */
    CompletableFuture<ModbusResponsePdu> send(int unit, ModbusRequestPdu request);

    /** Completes with the reason once the link is gone, whoever ended it. */
    CompletableFuture<String> closed();

    /**
     * Ends the link; requests still open fail with the reason.
     *
     * @return completes when socket or port are given back
     */
    CompletableFuture<Void> close(String reason);
}
