/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import io.tohu.modbus.internal.Timer;
import io.tohu.modbus.internal.link.BackOff;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.LinkFactory;
import io.tohu.modbus.internal.link.Reasons;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session open from the first time it is wanted, however often it is lost, and logs a line for each change.
 */
public final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** On top of what the transport itself waits: resolving a host name is not under its watch. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private enum State {
        IDLE,
        CONNECTING,
        UP,
        WAITING,
        CLOSED
    }

    private final String name;
    private final LinkFactory links;
    private final Function<Link, Session> sessions;
    private final BackOff backOff;
    private final Duration connectTimeout;
    private final Timer timer;

    private State state = State.IDLE;
    private CompletableFuture<Session> attempt = new CompletableFuture<>();
    private Timer.Scheduled retry = () -> {};
    private String trouble;

    /**
     * @param name of the driver, for the log
     * @param sessions makes a session of a fresh link
     */
    public Connection(
            String name,
            LinkFactory links,
            Function<Link, Session> sessions,
            BackOff backOff,
            Duration connectTimeout,
            Timer timer) {
        this.name = name;
        this.links = links;
        this.sessions = sessions;
        this.backOff = backOff;
        this.connectTimeout = connectTimeout.plus(GRACE);
        this.timer = timer;
    }

    /** Begins to connect unless that has begun; returns at once. */
    public void want() {
        synchronized (this) {
            if (state != State.IDLE) {
                return;
            }
        }
        begin();
    }

    /**
     * The open session. Waits only for the very first attempt: after a failure the answer is immediate, and the
     * connection comes back by itself.
     *
     * @throws ExchangeException of kind LINK, with peer and reason
     */
    public Session session() throws ExchangeException, InterruptedException {
        want();
        CompletableFuture<Session> current;
        synchronized (this) {
            if (state != State.UP && trouble != null) {
                throw unreachable(trouble);
            }
            current = attempt;
        }
        return await(current);
    }

    /**
     * As {@link #session}, but tries now rather than when the pause between attempts is over.
     *
     * @throws ExchangeException of kind LINK, with peer and reason
     */
    public Session connect() throws ExchangeException, InterruptedException {
        boolean now;
        synchronized (this) {
            now = state == State.IDLE || state == State.WAITING;
        }
        if (now) {
            begin();
        }
        CompletableFuture<Session> current;
        synchronized (this) {
            current = attempt;
        }
        return await(current);
    }

    /** The session when it is open now; never waits. Null when it is not. */
    public synchronized Session current() {
        return state == State.UP ? attempt.getNow(null) : null;
    }

    /** Why there is no session; empty text while nothing is known. */
    public synchronized String trouble() {
        return trouble == null ? "" : trouble;
    }

    public String peer() {
        return links.peer();
    }

    /** Ends the connection until it is wanted again. */
    public void disconnect() {
        end(State.IDLE, "disconnected");
    }

    /** Ends the connection for good; waits a moment for the socket to be given back. */
    @Override
    public void close() {
        try {
            end(State.CLOSED, "the driver stops").get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{}: {} did not close in time", name, links.peer(), e);
        }
    }

    private Session await(CompletableFuture<Session> current) throws ExchangeException, InterruptedException {
        try {
            return current.get(2 * connectTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Reasons.exchange(e);
        } catch (TimeoutException e) {
            throw unreachable("no answer");
        }
    }

    private void begin() {
        CompletableFuture<Session> mine = new CompletableFuture<>();
        synchronized (this) {
            if (state == State.UP || state == State.CONNECTING || state == State.CLOSED) {
                return;
            }
            state = State.CONNECTING;
            retry.cancel();
            attempt = mine;
        }
        Timer.Scheduled watchdog = timer.schedule(
                () -> failed(mine, "cannot connect: no answer within " + connectTimeout.toMillis() + " ms"),
                connectTimeout.toNanos());
        open().whenComplete((link, thrown) -> {
            watchdog.cancel();
            if (thrown != null) {
                failed(mine, Reasons.connecting(thrown));
            } else {
                opened(mine, link);
            }
        });
    }

    private CompletableFuture<Link> open() {
        try {
            return links.open();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void opened(CompletableFuture<Session> mine, Link link) {
        Session session;
        synchronized (this) {
            if (attempt != mine || state != State.CONNECTING) {
                link.close("nobody waits for it any more");
                return;
            }
            session = sessions.apply(link);
            state = State.UP;
            trouble = null;
        }
        LOG.info("{}: connected to {}", name, links.peer());
        mine.complete(session);
        session.closed().thenAccept(reason -> lost(mine, session, reason));
    }

    private void lost(CompletableFuture<Session> mine, Session session, String reason) {
        synchronized (this) {
            if (attempt != mine || state != State.UP) {
                return;
            }
            if (session.replied()) {
                backOff.reset();
            }
            pauseAfter("connection lost: " + reason);
        }
    }

    private void failed(CompletableFuture<Session> mine, String reason) {
        synchronized (this) {
            if (attempt != mine || state != State.CONNECTING) {
                return;
            }
            pauseAfter(reason);
        }
        mine.completeExceptionally(unreachable(reason));
    }

    private void pauseAfter(String reason) {
        assert Thread.holdsLock(this);
        if (!reason.equals(trouble)) {
            LOG.warn("{}: {}: {}", name, links.peer(), reason);
        }
        trouble = reason;
        state = State.WAITING;
        retry = timer.schedule(this::begin, backOff.next());
    }

    private CompletableFuture<Void> end(State next, String reason) {
        CompletableFuture<Session> mine;
        synchronized (this) {
            if (state == State.CLOSED) {
                return CompletableFuture.completedFuture(null);
            }
            mine = attempt;
            state = next;
            trouble = next == State.CLOSED ? reason : null;
            attempt = new CompletableFuture<>();
            retry.cancel();
            if (next == State.CLOSED) {
                attempt.completeExceptionally(unreachable(reason));
            }
        }
        if (mine.completeExceptionally(unreachable(reason)) || mine.isCompletedExceptionally()) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.info("{}: disconnected from {}", name, links.peer());
        return mine.join().close(reason);
    }

    private ExchangeException unreachable(String reason) {
        return new ExchangeException(Kind.LINK, links.peer() + ": " + reason);
    }
}
