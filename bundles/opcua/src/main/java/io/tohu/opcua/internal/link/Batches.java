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

import java.util.Arrays;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/**
 * Any number of items in as few requests as server and configuration allow, one request after the other. A request
 * that the server refuses as too large is repeated in smaller ones; any other refusal becomes the status of its items.
 */
public final class Batches {

    private Batches() {}

    /**
     * Reads items; one result for each, in the same order.
     *
     * @param max configured maximum of items a request
     * @throws LinkException when the connection fails on the way
     */
    public static DataValue[] read(Connection connection, ReadValueId[] items, int max) throws LinkException {
        return send(items, new DataValue[items.length], connection.readLimit(), max, connection::read, DataValue::new);
    }

    /**
     * Writes items; one status for each, in the same order.
     *
     * @param max configured maximum of items a request
     * @throws LinkException when the connection fails on the way
     */
    public static StatusCode[] write(Connection connection, WriteValue[] items, int max) throws LinkException {
        return send(
                items,
                new StatusCode[items.length],
                connection.writeLimit(),
                max,
                connection::write,
                (StatusCode refusal) -> refusal);
    }

    static <I, R> R[] send(I[] items, R[] results, ItemLimit limit, int max, Service<I, R> service, Refusal<R> refused)
            throws LinkException {
        int from = 0;
        while (from < items.length) {
            int count = Math.min(limit.within(max), items.length - from);
            I[] batch = count == items.length ? items : Arrays.copyOfRange(items, from, from + count);
            try {
                R[] answers = service.call(batch);
                if (count == items.length) {
                    return answers;
                }
                System.arraycopy(answers, 0, results, from, count);
                from += count;
            } catch (ServiceException e) {
                if (!limit.lower(e.status(), count)) {
                    Arrays.fill(results, from, from + count, refused.of(e.status()));
                    from += count;
                }
            }
        }
        return results;
    }

    /** One request. */
    interface Service<I, R> {
        R[] call(I[] items) throws LinkException, ServiceException;
    }

    /** What an item gets when its request was refused. */
    interface Refusal<R> {
        R of(StatusCode status);
    }
}
