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

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is a session and why not; says it in the log when it changes. Thread-safe. */
final class LinkStatus {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final String instance;
    private final String endpointUrl;
    private volatile Connection usable;
    private String reason = "not connected yet";
    private String logged = "";
    private long attempts;
    private boolean closed;

    LinkStatus(String instance, String endpointUrl) {
        this.instance = instance;
        this.endpointUrl = endpointUrl;
    }

    /** The session, or null. */
    Connection usable() {
        return usable;
    }

    /** How many tries to connect have ended. */
    synchronized long attempts() {
        return attempts;
    }

    synchronized void up(Connection connection) {
        if (closed) {
            return;
        }
        if (usable == null) {
            LOG.info("{}: connected to {}", instance, endpointUrl);
        }
        usable = connection;
        logged = "";
        attempts++;
        notifyAll();
    }

    /** A session that worked does not. */
    synchronized void lost(String why) {
        if (closed) {
            return;
        }
        if (usable != null) {
            LOG.warn("{}: no connection to {}: {}; trying again by itself", instance, endpointUrl, why);
            logged = why;
        }
        usable = null;
        reason = why;
    }

    /** The session goes; why has been said. */
    synchronized void withdraw() {
        usable = null;
    }

    /** A try to connect did not succeed. */
    synchronized void failed(String why) {
        if (!why.equals(logged)) {
            LOG.warn("{}: cannot connect to {}: {}; trying again by itself", instance, endpointUrl, why);
            logged = why;
        }
        usable = null;
        reason = why;
        attempts++;
        notifyAll();
    }

    /** The session is being closed on purpose. */
    synchronized void closed() {
        closed = true;
        usable = null;
        reason = "the driver is stopped";
        notifyAll();
    }

    /** The session, once at least that many tries have ended. */
    synchronized Connection afterAttempt(long number, long timeoutMillis) throws LinkException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (usable == null && attempts < number && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LinkException(endpointUrl + ": interrupted while connecting", e);
            }
        }
        if (usable == null) {
            throw new LinkException(endpointUrl + ": " + reason);
        }
        return usable;
    }
}
