/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.status;

import io.tohu.opcua.internal.channel.ChannelKind;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.link.LinkObserver;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** What a driver knows about itself: connection, losses, speed. Counts begin when the driver does. Thread-safe. */
public final class DriverStatus implements LinkObserver {

    private static final String CONNECTED = "connected";

    private final LongAdder overflows = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private volatile Connection connection;
    private volatile String state = "not connected yet";

    /** A value came with the mark that others before or after it were dropped. */
    public void overflowed() {
        overflows.increment();
    }

    /** Values may have been lost. */
    public void gap() {
        gaps.increment();
    }

    /**
     * What a channel of the driver carries.
     *
     * @throws LinkException when the server has to be asked and does not answer
     */
    Variant of(ChannelKind kind, DataType type) throws LinkException {
        return switch (kind) {
            case OVERFLOWS -> new Variant(overflows.sum());
            case GAPS -> new Variant(gaps.sum());
            case CONNECTED -> type == DataType.STRING ? new Variant(state) : new Variant(connection != null);
            case ROUND_TRIP -> new Variant(roundTrip());
            default -> throw new IllegalArgumentException(kind + " is about a node");
        };
    }

    private double roundTrip() throws LinkException {
        Connection current = connection;
        if (current == null) {
            throw new LinkException(state);
        }
        return current.ping().toNanos() / 1e6;
    }

    @Override
    public void connected(Connection established) {
        connection = established;
        state = CONNECTED;
    }

    @Override
    public void tend(Connection established) {
        // Nothing to do in between.
    }

    @Override
    public void lost(String reason) {
        connection = null;
        state = reason;
    }

    @Override
    public void resumed(Connection established) {
        connected(established);
    }

    @Override
    public void retired(Connection established) {
        connection = null;
    }
}
