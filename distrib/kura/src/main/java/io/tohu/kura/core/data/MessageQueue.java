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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
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
    private final InFlight inFlight = new InFlight();
    private final Congestion congestion;
    private final Sender sender;
    private final AtomicBoolean breaking = new AtomicBoolean();
    private volatile DataServiceOptions options;
    private volatile OpenStore store;

    /**
     * @param name of the queue, also of its messages in the store
     * @param transport sends them
     * @param listeners told of what is sent and confirmed
     * @param reconnect what to do when confirmations stay out
     */
    MessageQueue(String name, DataTransportService transport, DataListeners listeners, Runnable reconnect) {
        this.name = name;
        this.transport = transport;
        this.listeners = listeners;
        this.congestion = new Congestion(name, reconnect);
        this.sender = new Sender(
                name,
                transport,
                () -> store,
                inFlight,
                listeners,
                this::breakConnection,
                () -> congestion.begin(options.congestionSeconds()));
    }

    void start(DataServiceOptions firstOptions) {
        options = firstOptions;
        sender.configure(firstOptions);
        sender.start();
    }

    void configure(DataServiceOptions newOptions) {
        boolean sameStore = options.storePid().equals(newOptions.storePid());
        options = newOptions;
        sender.configure(newOptions);
        if (sameStore && store != null) {
            store.configure(newOptions);
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
        OpenStore now = new OpenStore(provider, name);
        now.configure(options);
        store = now;
        provider.addListener(listener);
        try {
            inFlight.restore(now.store().getInFlightMessages());
        } catch (KuraStoreException e) {
            LOG.error("The message store {} does not open: {}", options.storePid(), e.getMessage());
            breakConnection(e);
        }
        sender.signal();
    }

    /** The store is gone: without one there is no connection. */
    void unsetStore(ConnectionListener listener) {
        OpenStore before = store;
        if (before != null) {
            disconnect();
            store = null;
            before.provider().removeListener(listener);
            before.close();
        }
    }

    /** Closes the store, which is opened again when it is needed. */
    void closeStore() {
        OpenStore current = store;
        if (current != null) {
            current.close();
        }
    }

    /** @return the store that messages are kept in */
    MessageStore store() throws KuraStoreException {
        OpenStore current = store;
        if (current == null) {
            throw new KuraStoreException("There is no message store " + options.storePid());
        }
        return current.store();
    }

    int publish(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        if (priority < 0) {
            throw new IllegalArgumentException("Priority cannot be negative");
        }
        if (payload != null && payload.length > options.maxPayload()) {
            throw new KuraStoreException("Payload size exceeds configured limit");
        }
        try {
            MessageStore current = store();
            int id;
            synchronized (current) {
                if (priority > ALWAYS_STORED_UP_TO && current.getMessageCount() >= options.capacity()) {
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

    private void disconnect() {
        transport.disconnect(options.quiesceMillis());
    }

    /** What a new session does to messages in flight: they are sent again or given up, as is set. */
    void onNewSession() {
        if (store == null) {
            return;
        }
        try {
            if (options.republish()) {
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
        if (inFlight.size() < options.maxInFlight()) {
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

    /** @return ids of those of the messages whose topic matches */
    static List<Integer> ids(List<StoredMessage> messages, String topicRegex) {
        Pattern pattern = Pattern.compile(topicRegex);
        return messages.stream()
                .filter(message -> pattern.matcher(message.getTopic()).matches())
                .map(StoredMessage::getId)
                .toList();
    }
}
