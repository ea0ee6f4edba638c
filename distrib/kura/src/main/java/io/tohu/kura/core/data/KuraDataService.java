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
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.data.DataService;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.eclipse.kura.data.transport.listener.DataTransportListener;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's data service: the {@link MessageQueue}, and the connection that is kept up or left to whoever asks for it. */
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

    private final DataTransportService transport;
    private final DataListeners listeners = new DataListeners();
    private final MessageQueue queue;
    private final Connector connector;
    private final BundleContext context;
    private ServiceTracker<MessageStoreProvider, MessageStoreProvider> stores;
    private volatile DataServiceConfig config;
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
                config,
                context,
                TimeUnit.SECONDS);
    }

    /**
     * @param context null for a store that is set by hand
     * @param unit of retries, clean-ups and congestion; Kura's is seconds
     */
    KuraDataService(
            String pid,
            DataTransportService transport,
            DataServiceConfig config,
            BundleContext context,
            TimeUnit unit) {
        this.transport = transport;
        this.config = config;
        this.queue = new MessageQueue(pid, transport, listeners, this::reconnect, unit, config);
        this.connector = new Connector(pid, transport, queue::store, unit);
        this.context = context;
        followStore(config.store_db_service_pid());
        transport.addDataTransportListener(this);
        connectWhenAsked();
    }

    @Modified
    synchronized void modified(DataServiceConfig changed) {
        keepConnected = false;
        connector.stop();
        boolean otherStore = !config.store_db_service_pid().equals(changed.store_db_service_pid());
        config = changed;
        queue.configure(changed);
        if (otherStore) {
            followStore(changed.store_db_service_pid());
        }
        connectWhenAsked();
    }

    @Deactivate
    void deactivate() {
        keepConnected = false;
        connector.close();
        queue.disconnect();
        queue.stop();
        transport.removeDataTransportListener(this);
        followStore(null);
        unsetStore();
    }

    /** As in Kura the name is all that counts, and a change of the provider's properties is none. */
    private void followStore(String pid) {
        if (stores != null) {
            stores.close();
        }
        if (pid == null || context == null) {
            return;
        }
        stores = new ServiceTracker<>(context, MessageStoreProvider.class, null) {
            @Override
            public MessageStoreProvider addingService(ServiceReference<MessageStoreProvider> reference) {
                if (!pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
                    return null;
                }
                MessageStoreProvider provider = context.getService(reference);
                if (provider != null) {
                    setStore(provider);
                }
                return provider;
            }

            @Override
            public void removedService(ServiceReference<MessageStoreProvider> reference, MessageStoreProvider gone) {
                unsetStore();
                context.ungetService(reference);
            }
        };
        stores.open();
    }

    private void connectWhenAsked() {
        if (config.connect_auto$_$on$_$startup()) {
            keepConnected = true;
            connector.start(config.connect_retry$_$interval());
        }
    }

    private void reconnect() {
        queue.disconnect();
        if (config.connect_auto$_$on$_$startup()) {
            connector.start(config.connect_retry$_$interval());
        }
    }

    synchronized void setStore(MessageStoreProvider provider) {
        queue.setStore(provider, this);
    }

    /** As in Kura confirmations wait until the connection has ended, and so does the end for those that are awaited. */
    synchronized void unsetStore() {
        queue.unsetStore(this);
    }

    @Override
    public int publish(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        return queue.publish(topic, payload, qos, retain, priority);
    }

    @Override
    public synchronized void onMessageConfirmed(DataTransportToken token) {
        queue.onConfirmed(token);
    }

    @Override
    public void onConnectionEstablished(boolean newSession) {
        if (newSession) {
            queue.onNewSession();
        }
        listeners.tell(DataServiceListener::onConnectionEstablished);
        queue.signal();
    }

    @Override
    public void onDisconnecting() {
        listeners.tell(DataServiceListener::onDisconnecting);
    }

    @Override
    public void onDisconnected() {
        if (keepConnected) {
            connector.start(config.connect_retry$_$interval());
        }
        listeners.tell(DataServiceListener::onDisconnected);
    }

    @Override
    public void onConnectionLost(Throwable cause) {
        if (keepConnected) {
            connector.stop();
            connector.start(config.connect_retry$_$interval());
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
        if (!config.connect_auto$_$on$_$startup() && wasConnected) {
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
        queue.signal();
    }

    @Override
    public void connected() {
        if (connector.isTrying()) {
            connector.stop();
            connector.start(config.connect_retry$_$interval());
        }
    }

    @Override
    public void disconnected() {
        queue.closeStore();
        if (transport.isConnected()) {
            queue.disconnect();
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
            queue.store();
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

    boolean isTryingToConnect() {
        return connector.isTrying();
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
    public void addDataServiceListener(DataServiceListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDataServiceListener(DataServiceListener listener) {
        listeners.remove(listener);
    }
}
