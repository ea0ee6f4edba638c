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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages from when they are given to when they are confirmed, over a message store that comes and goes.
 *
 * <p>One caller at a time counts and stores. A store that is full refuses priorities 2 and above; any other failure of
 * the store breaks the connection.
 */
final class MessageQueue {

    private static final Logger LOG = LoggerFactory.getLogger(MessageQueue.class);
    private static final int ALWAYS_STORED_UP_TO = 1;

    private final String name;
    private final DataTransportService transport;
    private final DataListeners listeners;
    private final Map<DataTransportToken, Integer> inFlight = new ConcurrentHashMap<>();
    private final Congestion congestion;
    private final Sender sender;
    private final AtomicBoolean breaking = new AtomicBoolean();
    private final TimeUnit unit;
    private volatile DataServiceConfig config;
    private volatile StoreState store;

    /**
     * @param name of the queue, also of its messages in the store
     * @param transport sends them
     * @param listeners told of what is sent and confirmed
     * @param reconnect what to do when confirmations stay out
     * @param unit of the times in the settings; Kura's is seconds
     */
    MessageQueue(
            String name,
            DataTransportService transport,
            DataListeners listeners,
            Runnable reconnect,
            TimeUnit unit,
            DataServiceConfig config) {
        this.name = name;
        this.transport = transport;
        this.listeners = listeners;
        this.unit = unit;
        this.config = config;
        this.congestion = new Congestion(name, unit, reconnect);
        this.sender = new Sender(
                name,
                transport,
                () -> store,
                inFlight,
                listeners,
                this::breakConnection,
                () -> congestion.begin(this.config.in$_$flight$_$messages_congestion$_$timeout()));
        sender.configure(config);
        sender.start();
    }

    void configure(DataServiceConfig changed) {
        boolean sameStore = config.store_db_service_pid().equals(changed.store_db_service_pid());
        config = changed;
        sender.configure(changed);
        if (sameStore && store != null) {
            store.configure(changed);
        }
    }

    void stop() {
        congestion.close();
        sender.stop();
    }

    /** Makes the sender look for messages. */
    void signal() {
        sender.signal();
    }

    /** Takes a store into use; what it has in flight is taken over. */
    void setStore(MessageStoreProvider provider, ConnectionListener listener) {
        StoreState now = new StoreState(provider, name, unit);
        now.configure(config);
        store = now;
        provider.addListener(listener);
        try {
            List<StoredMessage> unconfirmed = now.store().getInFlightMessages();
            inFlight.clear();
            unconfirmed.forEach(message ->
                    message.getDataTransportToken().ifPresent(token -> inFlight.put(token, message.getId())));
        } catch (KuraStoreException e) {
            LOG.error("The message store {} does not open: {}", config.store_db_service_pid(), e.getMessage());
            breakConnection(e);
        }
        sender.signal();
    }

    /** The store is gone: without one there is no connection. */
    void unsetStore(ConnectionListener listener) {
        disconnect();
        StoreState before = store;
        if (before != null) {
            before.provider().removeListener(listener);
            before.close();
            store = null;
        }
    }

    /** Closes the store, which is opened again when it is needed. */
    void closeStore() {
        StoreState current = store;
        if (current != null) {
            current.close();
        }
    }

    /** @return the store that messages are kept in */
    MessageStore store() throws KuraStoreException {
        StoreState current = store;
        if (current == null) {
            throw new KuraStoreException("There is no message store " + config.store_db_service_pid());
        }
        return current.store();
    }

    int publish(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        if (priority < 0) {
            throw new IllegalArgumentException("Priority cannot be negative");
        }
        if (payload != null && payload.length > config.maximum_payload_size()) {
            throw new KuraStoreException("Payload size exceeds configured limit");
        }
        try {
            MessageStore current = store();
            int id;
            synchronized (current) {
                if (priority > ALWAYS_STORED_UP_TO && current.getMessageCount() >= config.store_capacity()) {
                    throw new KuraStoreCapacityReachedException("Store capacity exceeded");
                }
                id = current.store(topic, payload, qos, retain, priority);
            }
            sender.signal();
            return id;
        } catch (KuraStoreException e) {
            breakConnection(e);
            throw e;
        }
    }

    private void breakConnection(KuraStoreException cause) {
        if (!(cause instanceof KuraStoreCapacityReachedException) && breaking.compareAndSet(false, true)) {
            try {
                LOG.error("Disconnecting, because the message store fails: {}", cause.getMessage());
                disconnect();
            } finally {
                breaking.set(false);
            }
        }
    }

    void disconnect() {
        transport.disconnect(TimeUnit.SECONDS.toMillis(config.disconnect_quiesce$_$timeout()));
    }

    /** What a new session does to messages in flight: they are sent again or given up, as is set. */
    void onNewSession() {
        if (store == null) {
            return;
        }
        try {
            if (config.in$_$flight$_$messages_republish$_$on$_$new$_$session()) {
                store().unpublishAllInFlighMessages();
            } else {
                store().dropAllInFlightMessages();
            }
            inFlight.clear();
        } catch (KuraStoreException e) {
            breakConnection(e);
        }
    }

    void onConfirmed(DataTransportToken token) {
        Integer id = inFlight.remove(token);
        if (id == null) {
            LOG.info("Confirmed, but not known as sent: {} of session {}", token.getMessageId(), token.getSessionId());
        } else {
            confirm(id);
        }
        if (inFlight.size() < config.in$_$flight$_$messages_max$_$number()) {
            congestion.end();
        }
        sender.signal();
    }

    private void confirm(int id) {
        try {
            MessageStore current = store();
            current.markAsConfirmed(id);
            Optional<StoredMessage> message = current.get(id);
            message.ifPresent(found -> listeners.tell(listener -> listener.onMessageConfirmed(id, found.getTopic())));
        } catch (KuraStoreException e) {
            breakConnection(e);
        }
    }
}
