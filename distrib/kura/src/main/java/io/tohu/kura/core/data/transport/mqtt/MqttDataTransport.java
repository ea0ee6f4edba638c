/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data.transport.mqtt;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraNotConnectedException;
import org.eclipse.kura.KuraTimeoutException;
import org.eclipse.kura.KuraTooManyInflightMessagesException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.data.DataTransportService;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.data.transport.listener.DataTransportListener;
import org.eclipse.kura.system.SystemService;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClientPersistence;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.client.mqttv3.persist.MqttDefaultFilePersistence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's MQTT transport: one connection, made and ended when it is told to, with the tokens in topics filled in. */
@Component(
        name = MqttDataTransport.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {DataTransportService.class, ConfigurableComponent.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = MqttConfig.class, factory = true)
public final class MqttDataTransport implements DataTransportService, MqttCallback, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";

    private static final Logger LOG = LoggerFactory.getLogger(MqttDataTransport.class);
    private static final long FORCED_DISCONNECT_MILLIS = 2000;

    private final SystemService system;
    private final CryptoService crypto;
    private final List<DataTransportListener> listeners = new CopyOnWriteArrayList<>();
    private volatile MqttSettings settings;
    private volatile MqttAsyncClient client;
    private boolean fileStore;

    /**
     * @param system tells where to keep files
     * @param crypto decrypts the password
     * @param config the broker
     */
    @Activate
    public MqttDataTransport(@Reference SystemService system, @Reference CryptoService crypto, MqttConfig config) {
        this.system = system;
        this.crypto = crypto;
        configure(config);
    }

    /** As in Kura an invalid change ends the connection, and the next one is made as before. */
    @Modified
    void modified(MqttConfig config) {
        boolean wasConnected = isConnected();
        listeners.forEach(listener -> listener.onConfigurationUpdating(wasConnected));
        if (configure(config)) {
            listeners.forEach(listener -> listener.onConfigurationUpdated(wasConnected));
        }
    }

    @Deactivate
    void deactivate() {
        disconnect(0);
        closeClient();
    }

    private boolean configure(MqttConfig config) {
        try {
            settings = MqttSettings.of(config, password(config.password()), system.getPrimaryMacAddress());
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("{} is not configured so: {}", PID, e.getMessage());
            return false;
        }
    }

    private char[] password(String configured) {
        try {
            return crypto.decryptAes(configured.toCharArray());
        } catch (KuraException e) {
            LOG.debug("The password is not encrypted");
            return configured.toCharArray();
        }
    }

    @Override
    public synchronized void connect() throws KuraConnectException {
        MqttSettings current = settings;
        if (isConnected()) {
            throw new IllegalStateException("Already connected");
        }
        if (current == null) {
            throw new KuraConnectException("Invalid configuration");
        }
        try {
            prepareClient(current);
            client.connect(current.options())
                    .waitForCompletion(
                            3 * TimeUnit.SECONDS.toMillis(current.options().getConnectionTimeout()));
        } catch (MqttException e) {
            closeClient();
            throw new KuraConnectException(e, "Cannot connect");
        }
        LOG.info("Connected to {} as {}", current.brokerUrl(), current.clientId());
        listeners.forEach(
                listener -> listener.onConnectionEstablished(current.options().isCleanSession()));
    }

    private void prepareClient(MqttSettings current) throws MqttException {
        if (client != null
                && !(client.getServerURI().equals(current.brokerUrl())
                        && client.getClientId().equals(current.clientId())
                        && fileStore == current.fileStore())) {
            closeClient();
        }
        if (client == null) {
            fileStore = current.fileStore();
            client = new MqttAsyncClient(current.brokerUrl(), current.clientId(), persistence());
            client.setCallback(this);
        }
    }

    private MqttClientPersistence persistence() {
        return fileStore
                ? new MqttDefaultFilePersistence(Path.of(system.getKuraDataDirectory(), "paho-persistence")
                        .toString())
                : new MemoryPersistence();
    }

    private void closeClient() {
        MqttAsyncClient closing = client;
        client = null;
        if (closing != null) {
            try {
                closing.setCallback(null);
                closing.disconnectForcibly(FORCED_DISCONNECT_MILLIS, FORCED_DISCONNECT_MILLIS);
                closing.close(true);
            } catch (MqttException e) {
                LOG.debug("Not closed as it should: {}", e.toString());
            }
        }
    }

    @Override
    public synchronized void disconnect(long quiesceTimeout) {
        if (!isConnected()) {
            return;
        }
        listeners.forEach(DataTransportListener::onDisconnecting);
        try {
            client.disconnect(quiesceTimeout)
                    .waitForCompletion(
                            TimeUnit.SECONDS.toMillis(settings.options().getConnectionTimeout()));
        } catch (MqttException e) {
            LOG.warn("Disconnecting failed: {}", e.toString());
        }
        listeners.forEach(DataTransportListener::onDisconnected);
    }

    @Override
    public DataTransportToken publish(String topic, byte[] payload, int qos, boolean retain) throws KuraException {
        MqttAsyncClient current = connected();
        MqttSettings now = settings;
        try {
            IMqttDeliveryToken token = current.publish(now.topic(topic), payload, qos, retain);
            return qos > 0 ? new DataTransportToken(token.getMessageId(), now.sessionId()) : null;
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttException.REASON_CODE_MAX_INFLIGHT) {
                throw new KuraTooManyInflightMessagesException(e, "Too many in-flight messages");
            }
            throw KuraException.internalError(e, "Cannot publish on topic: " + topic);
        }
    }

    @Override
    public void subscribe(String topic, int qos) throws KuraException {
        MqttAsyncClient current = connected();
        String filled = settings.topic(topic);
        await(() -> current.subscribe(filled, qos), "subscribe to " + filled);
    }

    @Override
    public void unsubscribe(String topic) throws KuraException {
        MqttAsyncClient current = connected();
        String filled = settings.topic(topic);
        await(() -> current.unsubscribe(filled), "unsubscribe from " + filled);
    }

    private interface Request {
        IMqttToken send() throws MqttException;
    }

    private void await(Request request, String what) throws KuraException {
        try {
            request.send()
                    .waitForCompletion(
                            TimeUnit.SECONDS.toMillis(settings.options().getConnectionTimeout()));
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttException.REASON_CODE_CLIENT_TIMEOUT) {
                throw new KuraTimeoutException("No answer to: " + what, e);
            }
            throw KuraException.internalError(e, "Cannot " + what);
        }
    }

    private MqttAsyncClient connected() throws KuraNotConnectedException {
        MqttAsyncClient current = client;
        if (current == null || !current.isConnected()) {
            throw new KuraNotConnectedException("Not connected");
        }
        return current;
    }

    @Override
    public boolean isConnected() {
        MqttAsyncClient current = client;
        return current != null && current.isConnected();
    }

    @Override
    public String getBrokerUrl() {
        MqttSettings now = settings;
        return now == null ? "" : now.brokerUrl();
    }

    @Override
    public String getAccountName() {
        MqttSettings now = settings;
        return now == null ? "" : now.account();
    }

    @Override
    public String getUsername() {
        MqttSettings now = settings;
        return now == null || now.options().getUserName() == null
                ? ""
                : now.options().getUserName();
    }

    @Override
    public String getClientId() {
        MqttSettings now = settings;
        return now == null ? "" : now.clientId();
    }

    @Override
    public void addDataTransportListener(DataTransportListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDataTransportListener(DataTransportListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void connectionLost(Throwable cause) {
        LOG.warn("Connection to {} lost: {}", getBrokerUrl(), String.valueOf(cause));
        listeners.forEach(listener -> listener.onConnectionLost(cause));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        listeners.forEach(listener ->
                listener.onMessageArrived(topic, message.getPayload(), message.getQos(), message.isRetained()));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        MqttSettings now = settings;
        try {
            if (now == null || (token.getMessage() != null && token.getMessage().getQos() == 0)) {
                return;
            }
        } catch (MqttException e) {
            LOG.debug("A delivery without message: {}", e.toString());
            return;
        }
        DataTransportToken confirmed = new DataTransportToken(token.getMessageId(), now.sessionId());
        listeners.forEach(listener -> listener.onMessageConfirmed(confirmed));
    }
}
