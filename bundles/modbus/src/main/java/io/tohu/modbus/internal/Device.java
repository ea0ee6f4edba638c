/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.channel.ChannelBatch;
import io.tohu.modbus.internal.exchange.Connection;
import io.tohu.modbus.internal.exchange.PointWriter;
import io.tohu.modbus.internal.exchange.Session;
import io.tohu.modbus.internal.exchange.Tuning;
import io.tohu.modbus.internal.exchange.Write;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.point.PointParser;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What a driver talks to, under one set of settings. Another set may share the connection. */
final class Device {

    private final Settings settings;
    private final Connection connection;
    private final Tuning tuning;
    private final PointWriter writer;
    private final Timer timer;

    Device(Settings settings, Connection connection, Tuning tuning, Timer timer) {
        this.settings = settings;
        this.connection = connection;
        this.tuning = tuning;
        this.writer = new PointWriter(settings.limits());
        this.timer = timer;
    }

    Settings settings() {
        return settings;
    }

    Connection connection() {
        return connection;
    }

    Tuning tuning() {
        return tuning;
    }

    PointParser parser() {
        return new PointParser(settings.addressBase(), settings.limits());
    }

    /**
     * Reads and waits for it.
     *
     * @throws ExchangeException of kind LINK when nothing could be read for want of a connection
     */
    void read(ChannelBatch batch) throws ExchangeException, InterruptedException {
        Session session = connection.session();
        try {
            batch.read(session, timer.wallMillis()).get();
            if (batch.linkLost()) {
                throw lost();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Reads without waiting.
     *
     * @return completes with what hands the values out, which may take long
     */
    CompletableFuture<Runnable> poll(ChannelBatch batch) {
        connection.want();
        Session session = connection.current();
        if (session != null) {
            return batch.ask(session).thenApply(answers -> () -> {
                if (ChannelBatch.linkLost(answers)) {
                    batch.fail(lost(), timer.wallMillis());
                } else {
                    batch.deliver(answers, timer.wallMillis());
                }
            });
        }
        boolean undecided = connection.trouble().isEmpty();
        return CompletableFuture.completedFuture(undecided ? () -> {} : () -> batch.fail(lost(), timer.wallMillis()));
    }

    /** @throws ExchangeException of kind LINK when there is no connection */
    List<ExchangeException> write(List<Write> writes) throws ExchangeException, InterruptedException {
        return writer.write(connection.session(), writes);
    }

    private ExchangeException lost() {
        String trouble = connection.trouble();
        return new ExchangeException(
                Kind.LINK, connection.peer() + ": " + (trouble.isEmpty() ? "connection lost" : trouble));
    }
}
