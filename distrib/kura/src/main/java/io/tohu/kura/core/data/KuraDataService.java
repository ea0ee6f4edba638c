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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.data.DataService;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.eclipse.kura.data.transport.listener.DataTransportListener;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's queue between publishers and the transport, over the message store that {@code store.db.service.pid} names.
 *
 * <p>One caller at a time counts and stores. A store that is full refuses priorities 2 and above; any other failure of the
 * store breaks the connection, which then comes back by the usual attempts. What a new session does to unconfirmed
 * messages is a setting.
 */
@Component(
        name = KuraDataService.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, DataService.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = DataServiceConfig.class, factory = true)
public final class KuraDataService
        implements DataService, DataTransportListener, ConnectionListener, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.data.DataService";

    private static final Logger LOG = LoggerFactory.getLogger(KuraDataService.class);
    private static final int ALWAYS_STORED_UP_TO = 1;

    private final String pid;
    private final DataTransportService transport;
    private final DataListeners listeners = new DataListeners();
    private final InFlight inFlight = new InFlight();
    private final Connector connector;
    private final Sender sender;
    private final StoreTracker tracker;
    private final Congestion congestion;
    private final AtomicBoolean breaking = new AtomicBoolean();
    private volatile DataServiceOptions options;
    private volatile OpenStore store;
    private volatile boolean keepConnected;

    /**
     * @param context where message stores are services
     * @param transport carries messages
     * @param config the settings
     * @param properties holds the component's name
     */
    @Activate
    public KuraDataService(
            BundleContext context,
            @Reference(name = "DataTransportService") DataTransportService transport,
            DataServiceConfig config,
            Map<String, Object> properties) {
        this(
                (String) properties.get(ConfigurationService.KURA_SERVICE_PID),
                transport,
                DataServiceOptions.of(config),
                context,
                TimeUnit.SECONDS);
    }

    KuraDataService(
            String pid,
            DataTransportService transport,
            DataServiceOptions options,
            BundleContext context,
            TimeUnit retryUnit) {
        this.pid = pid;
        this.transport = transport;
        this.options = options;
        this.connector = new Connector(pid, transport, this::requireStore, retryUnit);
        this.congestion = new Congestion(pid, this::reconnect);
        this.sender =
                new Sender(pid, transport, () -> store, inFlight, listeners, this::breakConnection, this::onCongestion);
        this.tracker = context == null ? null : new StoreTracker(context, this);
        sender.configure(options);
        sender.start();
        if (tracker != null) {
            tracker.follow(options.storePid());
        }
        transport.addDataTransportListener(this);
        connectWhenAsked();
    }

    @Modified
    void modified(DataServiceConfig config) {
        configure(DataServiceOptions.of(config));
    }

    void configure(DataServiceOptions newOptions) {
        keepConnected = false;
        connector.stop();
        DataServiceOptions old = options;
        options = newOptions;
        sender.configure(newOptions);
        if (!old.storePid().equals(newOptions.storePid())) {
            tracker.follow(newOptions.storePid());
        } else if (store != null) {
            store.configure(newOptions);
        }
        connectWhenAsked();
    }

    @Deactivate
    void deactivate() {
        keepConnected = false;
        connector.close();
        congestion.close();
        transport.disconnect(options.quiesceMillis());
        sender.stop();
        transport.removeDataTransportListener(this);
        if (tracker != null) {
            tracker.close();
        }
        unsetStore();
    }

    private void connectWhenAsked() {
        if (options.autoConnect()) {
            keepConnected = true;
            connector.start(options.retrySeconds());
        }
    }

    /** Takes a store into use; what it has in flight is taken over. */
    void setStore(MessageStoreProvider provider) {
        OpenStore now = new OpenStore(provider, pid);
        now.configure(options);
        store = now;
        provider.addListener(this);
        try {
            inFlight.restore(now.store().getInFlightMessages());
        } catch (KuraStoreException e) {
            LOG.error("The message store {} does not open: {}", options.storePid(), e.getMessage());
            breakConnection(e);
        }
        sender.signal();
    }

    /** The store is gone: without one there is no connection. */
    void unsetStore() {
        OpenStore before = store;
        if (before != null) {
            disconnect();
            store = null;
            before.provider().removeListener(this);
            before.close();
        }
    }

    private MessageStore requireStore() throws KuraStoreException {
        OpenStore current = store;
        if (current == null) {
            throw new KuraStoreException("There is no message store " + options.storePid());
        }
        return current.store();
    }

    @Override
    public int publish(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        if (priority < 0) {
            throw new IllegalArgumentException("Priority cannot be negative");
        }
        if (payload != null && payload.length > options.maxPayload()) {
            throw new KuraStoreException("Payload size exceeds configured limit");
        }
        try {
            MessageStore current = requireStore();
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

    private void onCongestion() {
        congestion.begin(options.congestionSeconds());
    }

    private void reconnect() {
        disconnect();
        connector.start(options.retrySeconds());
    }

    @Override
    public void onMessageConfirmed(DataTransportToken token) {
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
            MessageStore current = requireStore();
            current.markAsConfirmed(id);
            Optional<StoredMessage> message = current.get(id);
            message.ifPresent(found -> listeners.tell(listener -> listener.onMessageConfirmed(id, found.getTopic())));
        } catch (KuraStoreException e) {
            breakConnection(e);
        }
    }

    @Override
    public void onConnectionEstablished(boolean newSession) {
        if (newSession && store != null) {
            try {
                if (options.republish()) {
                    requireStore().unpublishAllInFlighMessages();
                } else {
                    requireStore().dropAllInFlightMessages();
                }
                inFlight.clear();
            } catch (KuraStoreException e) {
                breakConnection(e);
            }
        }
        listeners.tell(DataServiceListener::onConnectionEstablished);
        sender.signal();
    }

    @Override
    public void onDisconnecting() {
        listeners.tell(DataServiceListener::onDisconnecting);
    }

    @Override
    public void onDisconnected() {
        if (keepConnected) {
            connector.start(options.retrySeconds());
        }
        listeners.tell(DataServiceListener::onDisconnected);
    }

    @Override
    public void onConnectionLost(Throwable cause) {
        if (keepConnected) {
            connector.start(options.retrySeconds());
        }
        listeners.tell(listener -> listener.onConnectionLost(cause));
    }

    @Override
    public void onConfigurationUpdating(boolean wasConnected) {
        transport.disconnect(0);
    }

    @Override
    public void onConfigurationUpdated(boolean wasConnected) {
        connector.stop();
        connectWhenAsked();
        if (!options.autoConnect() && wasConnected) {
            try {
                connect();
            } catch (KuraConnectException e) {
                LOG.error("Not connected again after the change of the transport: {}", e.getMessage());
            }
        }
    }

    @Override
    public void onMessageArrived(String topic, byte[] payload, int qos, boolean retained) {
        listeners.tell(listener -> listener.onMessageArrived(topic, payload, qos, retained));
        sender.signal();
    }

    @Override
    public void connected() {
        if (connector.isTrying()) {
            connector.start(options.retrySeconds());
        }
    }

    @Override
    public void disconnected() {
        OpenStore current = store;
        if (current != null) {
            current.close();
        }
        if (transport.isConnected()) {
            disconnect();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>As in Kura, whoever connects or disconnects by hand ends the attempts to stay connected.
     */
    @Override
    public void connect() throws KuraConnectException {
        keepConnected = false;
        connector.stop();
        try {
            requireStore();
        } catch (KuraStoreException e) {
            throw new KuraConnectException(e, e.getMessage());
        }
        if (!transport.isConnected()) {
            transport.connect();
        }
    }

    @Override
    public void disconnect(long quiesceTimeout) {
        keepConnected = false;
        connector.stop();
        transport.disconnect(quiesceTimeout);
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public boolean isAutoConnectEnabled() {
        return options.autoConnect();
    }

    @Override
    public int getRetryInterval() {
        return options.retrySeconds();
    }

    /** @return what carries the messages */
    public DataTransportService transport() {
        return transport;
    }

    @Override
    public void subscribe(String topic, int qos) throws KuraException {
        transport.subscribe(topic, qos);
    }

    @Override
    public void unsubscribe(String topic) throws KuraException {
        transport.unsubscribe(topic);
    }

    @Override
    public List<Integer> getUnpublishedMessageIds(String topicRegex) throws KuraStoreException {
        return ids(requireStore().getUnpublishedMessages(), topicRegex);
    }

    @Override
    public List<Integer> getInFlightMessageIds(String topicRegex) throws KuraStoreException {
        return ids(requireStore().getInFlightMessages(), topicRegex);
    }

    @Override
    public List<Integer> getDroppedInFlightMessageIds(String topicRegex) throws KuraStoreException {
        return ids(requireStore().getDroppedMessages(), topicRegex);
    }

    private static List<Integer> ids(List<StoredMessage> messages, String topicRegex) {
        Pattern pattern = Pattern.compile(topicRegex);
        return messages.stream()
                .filter(message -> pattern.matcher(message.getTopic()).matches())
                .map(StoredMessage::getId)
                .toList();
    }

    @Override
    public void addDataServiceListener(DataServiceListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDataServiceListener(DataServiceListener listener) {
        listeners.remove(listener);
    }
}
