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
    private Attempts current;
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
        stop();
        if (!transport.isConnected() && !thread.isShutdown()) {
            int first = Math.max(1, ThreadLocalRandom.current().nextInt(Math.max(1, interval / 5)));
            current = new Attempts();
            current.future = thread.scheduleAtFixedRate(current, first, interval, unit);
        }
    }

    /** Ends trying; an attempt that is running is interrupted. */
    synchronized void stop() {
        if (current != null) {
            current.future.cancel(!Thread.currentThread().equals(current.runner));
            current = null;
        }
    }

    /** @return whether it is trying */
    synchronized boolean isTrying() {
        return current != null;
    }

    void close() {
        stop();
        thread.shutdownNow();
    }

    /** Attempts until the first that works; what it brings about may have begun new ones by then. */
    private final class Attempts implements Runnable {

        private ScheduledFuture<?> future;
        private volatile Thread runner;

        @Override
        public void run() {
            runner = Thread.currentThread();
            try {
                storeIsThere.check();
                if (!transport.isConnected()) {
                    transport.connect();
                }
                lastProblem = "";
                end();
            } catch (KuraConnectException | KuraStoreException | RuntimeException e) {
                report(e);
            }
        }

        private void end() {
            synchronized (Connector.this) {
                future.cancel(false);
                if (current == this) {
                    current = null;
                }
            }
        }
    }

    private void report(Exception e) {
        String problem = e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause());
        if (!problem.equals(lastProblem)) {
            lastProblem = problem;
            LOG.warn("No connection to {}, trying again: {}", transport.getBrokerUrl(), problem);
        }
    }
}
