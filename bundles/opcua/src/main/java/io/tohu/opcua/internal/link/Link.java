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

import io.tohu.opcua.internal.security.Keys;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server connected: a thread of its own opens a session, watches it, gives the stack the chance to revive it
 * after a broken line for as long as the server keeps it, and otherwise opens a new one, with growing pauses between
 * the tries. Starts with the first use.
 */
public final class Link implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final long TEND_MILLIS = 5_000;
    private static final long KEYS_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long CLOSE_MILLIS = 15_000;

    private final String instance;
    private final LinkSettings settings;
    private final Keys keys;
    private volatile Backoff backoff;
    private final LinkObserver observer;
    private final LinkStatus status;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Thread thread;
    private boolean closed;

    /** @param instance name of the driver instance, for thread names and log lines */
    public Link(String instance, LinkSettings settings, Keys keys, Backoff backoff, LinkObserver observer) {
        this.instance = instance;
        this.settings = settings;
        this.keys = keys;
        this.backoff = backoff;
        this.observer = observer;
        this.status = new LinkStatus(instance, settings.endpointUrl());
    }

    /** Begins to connect unless begun; does not wait. */
    public synchronized void start() {
        if (thread == null && !closed) {
            thread = new Thread(this::run, "opcua-" + instance + "-link");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The session, without waiting when it is known that there is none; the first call waits for the first try.
     *
     * @throws LinkException endpoint and reason
     */
    public Connection require() throws LinkException {
        Connection usable = status.usable();
        if (usable != null) {
            return usable;
        }
        start();
        return status.afterAttempt(1, longestTryMillis());
    }

    /**
     * The session, trying at once when there is none.
     *
     * @throws LinkException endpoint and reason
     */
    public Connection connect() throws LinkException {
        Connection usable = status.usable();
        if (usable != null) {
            return usable;
        }
        long next = status.attempts() + 1;
        start();
        signals.add(Signal.request(Signal.Kind.CONNECT));
        return status.afterAttempt(next, longestTryMillis());
    }

    /** Whether there is a session that can be used at this moment. */
    public boolean connected() {
        return status.usable() != null;
    }

    /** Other pauses between tries, from the next one on. */
    public void pace(Backoff pauses) {
        backoff = pauses;
    }

    /** Looks again whether keys and trust allow what is done; without a session tries to connect at once. */
    public void recheckKeys() {
        signals.add(Signal.request(Signal.Kind.KEYS));
    }

    /** Asks for {@link LinkObserver#tend}, soon. */
    public void wake() {
        signals.add(Signal.request(Signal.Kind.WORK));
    }

    /** Ends the session, the thread and everything that belongs to them. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        status.closed();
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(CLOSE_MILLIS);
            if (running.isAlive()) {
                LOG.warn("{}: the connection does not end within {} ms", instance, CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Connector connector = new Connector(instance, settings, keys, () -> backoff.maxMillis())) {
            NonceSeed.ensure();
            while (true) {
                long begun = System.nanoTime();
                try {
                    keepOneSession(connector);
                } catch (RuntimeException | LinkageError e) {
                    LOG.error("{}: unexpected, the session is made anew", instance, e);
                    failed("internal error: " + e);
                }
                if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(backoff.maxMillis())) {
                    backoff.reset();
                }
                pause(backoff.nextMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: link closed", instance);
        } finally {
            status.closed();
        }
    }

    private void keepOneSession(Connector connector) throws InterruptedException {
        Connection connection;
        try {
            connection = connector.open(signals::add);
        } catch (LinkException e) {
            failed(e.getMessage());
            return;
        }
        try {
            observer.connected(connection);
            status.up(connection);
            observer.tend(connection);
            lost(watch(connector, connection));
        } finally {
            status.withdraw();
            // An interrupt means closing: the server should hear of it all the same.
            boolean interrupted = Thread.interrupted();
            try {
                observer.retired(connection);
            } finally {
                connector.dispose(connection);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Returns why the session is to be given up. */
    private String watch(Connector connector, Connection connection) throws InterruptedException {
        long keptUntil = 0;
        boolean suspended = false;
        long keysChecked = System.nanoTime();
        while (true) {
            if (keys.external() && System.nanoTime() - keysChecked > KEYS_NANOS) {
                // Not every change of a keystore is told: lists of revoked certificates come without an event.
                recheckKeys();
                keysChecked = System.nanoTime();
            }
            long wait = suspended ? TimeUnit.NANOSECONDS.toMillis(keptUntil - System.nanoTime()) : TEND_MILLIS;
            Signal signal = signals.poll(Math.max(1, wait), TimeUnit.MILLISECONDS);
            if (signal != null && signal.kind() == Signal.Kind.KEYS) {
                String objection = connector.objection(connection);
                if (objection != null) {
                    return objection;
                }
            } else if (signal == null && suspended) {
                return "the session did not come back within "
                        + connection.sessionTimeout().toSeconds() + " s";
            } else if (signal == null || signal.kind() == Signal.Kind.WORK) {
                if (!suspended) {
                    // One round serves everything that was asked for until now.
                    signals.removeIf(other -> other.kind() == Signal.Kind.WORK);
                    observer.tend(connection);
                }
            } else if (signal.source() == connection) {
                switch (signal.kind()) {
                    case INACTIVE -> {
                        suspended = true;
                        keptUntil =
                                System.nanoTime() + connection.sessionTimeout().toNanos();
                        lost(signal.reason());
                    }
                    case ACTIVE -> {
                        suspended = false;
                        observer.resumed(connection);
                        status.up(connection);
                        observer.tend(connection);
                    }
                    default -> {
                        return signal.reason();
                    }
                }
            }
        }
    }

    private void failed(String reason) {
        status.failed(reason);
        observer.lost(settings.endpointUrl() + ": " + reason);
    }

    private void lost(String reason) {
        status.lost(reason);
        observer.lost(settings.endpointUrl() + ": " + reason);
    }

    private void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        LOG.debug("{}: next try to connect in {} ms", instance, millis);
        for (long left = millis; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            Signal signal = signals.poll(left, TimeUnit.MILLISECONDS);
            if (signal != null && (signal.kind() == Signal.Kind.CONNECT || signal.kind() == Signal.Kind.KEYS)) {
                return;
            }
        }
    }

    /** Discovery, connection and session, each with its own timeout. */
    private long longestTryMillis() {
        return 4 * settings.requestTimeout().toMillis();
    }
}
