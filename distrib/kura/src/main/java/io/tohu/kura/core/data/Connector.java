/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.data.DataTransportService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects, again and again until it works. The first attempt comes after a random part of a fifth of the interval,
 * so that gateways do not all come at once.
 */
final class Connector {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** Something that must hold before a connection is of use. */
    interface Condition {
        void check() throws KuraStoreException;
    }

    private final DataTransportService transport;
    private final Condition storeIsThere;
    private final TimeUnit unit;
    private final ScheduledExecutorService thread;
    private ScheduledFuture<?> attempts;
    private String lastProblem = "";

    /**
     * @param unit of the interval; Kura's is seconds
     */
    Connector(String name, DataTransportService transport, Condition storeIsThere, TimeUnit unit) {
        this.transport = transport;
        this.storeIsThere = storeIsThere;
        this.unit = unit;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "connector-" + name));
    }

    /** Begins to try, unless there is a connection. */
    synchronized void start(int interval) {
        if (!transport.isConnected() && !thread.isShutdown()) {
            int first = Math.max(1, ThreadLocalRandom.current().nextInt(Math.max(1, interval / 5)));
            attempts = thread.scheduleAtFixedRate(this::attempt, first, interval, unit);
        }
    }

    /** Ends trying; an attempt that is running is interrupted. */
    synchronized void stop() {
        if (attempts != null) {
            attempts.cancel(true);
        }
    }

    /** @return whether it is trying */
    synchronized boolean isTrying() {
        return attempts != null && !attempts.isDone();
    }

    void close() {
        thread.shutdownNow();
    }

    /** As in Kura an exception ends the attempts: wanted after the one that works, and a trap when a store throws it. */
    private void attempt() {
        try {
            storeIsThere.check();
            if (!transport.isConnected()) {
                transport.connect();
            }
            lastProblem = "";
        } catch (KuraConnectException | KuraStoreException e) {
            report(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("No more attempts to connect, as in Kura after a failure of this kind", e);
            throw e;
        }
        throw new CancellationException("connected");
    }

    private void report(Exception e) {
        String problem = e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause());
        if (!problem.equals(lastProblem)) {
            lastProblem = problem;
            LOG.warn("No connection to {}, trying again: {}", transport.getBrokerUrl(), problem);
        }
    }
}
