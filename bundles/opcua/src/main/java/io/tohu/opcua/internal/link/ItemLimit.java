/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** How many items one request may carry: what the server announces, lowered when it refuses less. Thread-safe. */
public final class ItemLimit {

    private volatile int limit;

    ItemLimit(int limit) {
        this.limit = limit;
    }

    /** What the server announces under OperationLimits (Part 5, 6.3.11); no limit where it announces none. */
    static ItemLimit ofServer(OpcUaClient client, Function<OperationLimits, Optional<UInteger>> operation) {
        try {
            long announced = operation
                    .apply(client.getOperationLimits())
                    .map(UInteger::longValue)
                    .orElse(0L);
            return new ItemLimit(announced <= 0 ? Integer.MAX_VALUE : (int) Math.min(announced, Integer.MAX_VALUE));
        } catch (UaException e) {
            // Small servers have no such nodes; a request that is too large for them shows in its answer.
            return new ItemLimit(Integer.MAX_VALUE);
        }
    }

    /** The smaller one of this limit and a configured maximum, at least 1. */
    public int within(int configured) {
        return Math.max(1, Math.min(limit, configured));
    }

    /**
     * Learns from a refused request.
     *
     * @return whether a smaller request may succeed
     */
    public boolean lower(StatusCode refusal, int items) {
        long code = refusal.value();
        boolean tooLarge = code == StatusCodes.Bad_TooManyOperations
                || code == StatusCodes.Bad_RequestTooLarge
                || code == StatusCodes.Bad_ResponseTooLarge
                || code == StatusCodes.Bad_EncodingLimitsExceeded;
        if (!tooLarge || items <= 1) {
            return false;
        }
        limit = Math.min(limit, items / 2);
        return true;
    }
}
