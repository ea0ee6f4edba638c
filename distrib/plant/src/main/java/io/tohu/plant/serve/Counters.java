/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import java.util.concurrent.atomic.LongAdder;

/** What one protocol has served since the start. */
public final class Counters {

    private final LongAdder requests = new LongAdder();
    private final LongAdder valuesRead = new LongAdder();
    private final LongAdder valuesPushed = new LongAdder();
    private final LongAdder valueBytes = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();

    /** A read request was answered with so many values (or registers) of so many bytes. */
    public void read(long values, long bytes) {
        requests.increment();
        valuesRead.add(values);
        valueBytes.add(bytes);
    }

    /** A changed value was handed to a subscription. */
    public void pushed(long bytes) {
        valuesPushed.increment();
        valueBytes.add(bytes);
    }

    /** A write request was answered. */
    public void wrote() {
        requests.increment();
        writes.increment();
    }

    /** A request was refused. */
    public void refused() {
        requests.increment();
    }

    /** Bytes came in over a socket, the protocol's own included. */
    public void received(long bytes) {
        bytesIn.add(bytes);
    }

    /** Bytes went out over a socket, the protocol's own included. */
    public void sent(long bytes) {
        bytesOut.add(bytes);
    }

    /**
     * @param requests read and write requests, refused ones included
     * @param valuesRead values or registers in answers
     * @param valuesPushed values handed to subscriptions
     * @param valueBytes bytes of all these values
     * @param writes accepted write requests
     * @param bytesIn all bytes received
     * @param bytesOut all bytes sent
     */
    public record Totals(
            long requests,
            long valuesRead,
            long valuesPushed,
            long valueBytes,
            long writes,
            long bytesIn,
            long bytesOut) {}

    public Totals totals() {
        return new Totals(
                requests.sum(),
                valuesRead.sum(),
                valuesPushed.sum(),
                valueBytes.sum(),
                writes.sum(),
                bytesIn.sum(),
                bytesOut.sum());
    }
}
