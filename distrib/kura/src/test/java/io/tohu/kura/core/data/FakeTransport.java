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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraNotConnectedException;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.data.transport.listener.DataTransportListener;

/** A transport whose broker is the test. */
final class FakeTransport implements DataTransportService {

    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<DataTransportToken> tokens = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    volatile boolean brokerIsThere = true;
    volatile boolean newSession = true;
    volatile boolean confirmsWhenDisconnecting;
    volatile boolean confirmedWhenDisconnecting;
    volatile boolean confirmsWhileSending;
    volatile RuntimeException failure;
    volatile long patienceMillis = TimeUnit.SECONDS.toMillis(5);
    private final List<DataTransportListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean connected;

    @Override
    public void connect() throws KuraConnectException {
        attempts.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        if (!brokerIsThere) {
            throw new KuraConnectException("no broker");
        }
        connected = true;
        listeners.forEach(listener -> listener.onConnectionEstablished(newSession));
    }

    @Override
    public void disconnect(long quiesceTimeout) {
        if (connected) {
            if (confirmsWhenDisconnecting) {
                confirmedWhenDisconnecting = confirmsInAnotherThread();
            }
            connected = false;
            listeners.forEach(DataTransportListener::onDisconnecting);
            listeners.forEach(DataTransportListener::onDisconnected);
        }
    }

    /** As Paho does while it lets messages being sent come to their end. */
    private boolean confirmsInAnotherThread() {
        Thread confirming = new Thread(() -> confirm(tokens.get(tokens.size() - 1)));
        confirming.start();
        try {
            confirming.join(patienceMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !confirming.isAlive();
    }

    void lose() {
        connected = false;
        listeners.forEach(listener -> listener.onConnectionLost(new IllegalStateException("lost")));
    }

    void confirm(DataTransportToken token) {
        listeners.forEach(listener -> listener.onMessageConfirmed(token));
    }

    @Override
    public DataTransportToken publish(String topic, byte[] payload, int qos, boolean retain)
            throws KuraNotConnectedException {
        if (!connected) {
            throw new KuraNotConnectedException("not connected");
        }
        sent.add(topic);
        if (qos == 0) {
            return null;
        }
        DataTransportToken token = new DataTransportToken(sent.size(), "session");
        tokens.add(token);
        if (confirmsWhileSending) {
            confirmsInAnotherThread();
        }
        return token;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public String getBrokerUrl() {
        return "tcp://test";
    }

    @Override
    public String getAccountName() {
        return "acme";
    }

    @Override
    public String getUsername() {
        return "";
    }

    @Override
    public String getClientId() {
        return "gateway";
    }

    @Override
    public void subscribe(String topic, int qos) {
        // Nothing arrives by itself.
    }

    @Override
    public void unsubscribe(String topic) {
        // Nothing arrives by itself.
    }

    @Override
    public void addDataTransportListener(DataTransportListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDataTransportListener(DataTransportListener listener) {
        listeners.remove(listener);
    }
}
