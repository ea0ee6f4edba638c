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

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraNotConnectedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.KuraTooManyInflightMessagesException;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that takes messages out of the store, most urgent first, and sends them while there is a connection.
 *
 * <p>The most urgent message holds the others up when it may not go: when the rate limit has no token for it, or when too
 * many are in flight.
 */
final class Sender implements Runnable {

    /** Messages of this priority and less urgent ones are subject to the rate limit. */
    static final int RATE_LIMITED_FROM = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final long UNTIL_SIGNAL = -1;

    private final DataTransportService transport;
    private final Supplier<StoreState> store;
    private final Map<DataTransportToken, Integer> inFlight;
    private final DataListeners listeners;
    private final Consumer<KuraStoreException> onStoreFailure;
    private final Runnable onCongestion;
    private final Lock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private final Thread thread;
    private boolean signalPending;
    private volatile DataServiceConfig config;
    private volatile TokenBucket bucket;
    private volatile boolean running = true;
    private String lastProblem = "";

    Sender(
            String name,
            DataTransportService transport,
            Supplier<StoreState> store,
            Map<DataTransportToken, Integer> inFlight,
            DataListeners listeners,
            Consumer<KuraStoreException> onStoreFailure,
            Runnable onCongestion) {
        this.transport = transport;
        this.store = store;
        this.inFlight = inFlight;
        this.listeners = listeners;
        this.onStoreFailure = onStoreFailure;
        this.onCongestion = onCongestion;
        this.thread = new Thread(this, "sender-" + name);
    }

    void configure(DataServiceConfig changed) {
        config = changed;
        bucket = changed.enable_rate_limit() ? new TokenBucket(changed, System::nanoTime) : null;
        signal();
    }

    void start() {
        thread.start();
    }

    void stop() {
        running = false;
        thread.interrupt();
    }

    /** Makes the thread look again. */
    void signal() {
        lock.lock();
        try {
            signalPending = true;
            signalled.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        while (running) {
            long pauseNanos = UNTIL_SIGNAL;
            if (transport.isConnected()) {
                pauseNanos = sendNext();
            }
            if (pauseNanos != 0) {
                pause(pauseNanos);
            }
        }
    }

    /** @return nanoseconds to wait, 0 when a message went out */
    private long sendNext() {
        try {
            StoreState current = store.get();
            Optional<StoredMessage> next =
                    current == null ? Optional.empty() : current.store().getNextMessage();
            if (next.isEmpty()) {
                return UNTIL_SIGNAL;
            }
            StoredMessage message = next.get();
            if (message.getQos() > 0 && inFlight.size() >= config.in$_$flight$_$messages_max$_$number()) {
                onCongestion.run();
                return UNTIL_SIGNAL;
            }
            TokenBucket limit = bucket;
            if (limit != null && message.getPriority() >= RATE_LIMITED_FROM && !limit.take()) {
                return Math.max(1, limit.waitNanos());
            }
            send(message, current);
            listeners.tell(listener -> listener.onMessagePublished(message.getId(), message.getTopic()));
            lastProblem = "";
            return 0;
        } catch (KuraNotConnectedException e) {
            LOG.debug("Not connected");
        } catch (KuraTooManyInflightMessagesException e) {
            onCongestion.run();
        } catch (KuraException | RuntimeException e) {
            if (!e.toString().equals(lastProblem)) {
                lastProblem = e.toString();
                LOG.error("Messages are not sent: {}", lastProblem);
            }
        }
        return UNTIL_SIGNAL;
    }

    /**
     * As in Kura nothing holds a confirmation up until the token is known here: one that comes before is not known, and
     * its message keeps a place in flight until there is a new session.
     */
    private void send(StoredMessage message, StoreState current) throws KuraException {
        DataTransportToken token =
                transport.publish(message.getTopic(), message.getPayload(), message.getQos(), message.isRetain());
        try {
            if (token == null) {
                current.store().markAsPublished(message.getId());
            } else {
                inFlight.put(token, message.getId());
                current.store().markAsPublished(message.getId(), token);
            }
        } catch (KuraStoreException e) {
            onStoreFailure.accept(e);
        }
    }

    private void pause(long nanos) {
        lock.lock();
        try {
            if (!signalPending) {
                if (nanos == UNTIL_SIGNAL) {
                    signalled.await();
                } else {
                    signalled.await(nanos, TimeUnit.NANOSECONDS);
                }
            }
            signalPending = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
