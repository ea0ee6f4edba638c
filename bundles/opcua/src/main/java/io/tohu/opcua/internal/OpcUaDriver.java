/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.security.OpcUaAlgorithms;
import io.tohu.opcua.internal.security.PkiFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.security.keystore.KeystoreChangedEvent;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.metatype.annotations.Designate;

/** Kura's view of a {@link DriverCore}. */
@Component(
        name = OpcUaDriver.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, Driver.class, EventHandler.class},
        property = {
            "kura.ui.service.hide:Boolean=true",
            EventConstants.EVENT_TOPIC + "=" + KeystoreChangedEvent.EVENT_TOPIC
        })
@Designate(ocd = OpcUaConfig.class, factory = true)
public final class OpcUaDriver implements Driver, ConfigurableComponent, EventHandler {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.opcua.OpcUaDriver";

    private static final String INSTANCE = "kura.service.pid";

    private final Map<String, KeystoreService> keystores = new ConcurrentHashMap<>();
    private final CryptoService crypto;
    private final DriverCore core;

    /** @param algorithms only has to be there before a connection is made */
    @Activate
    public OpcUaDriver(
            @Reference CryptoService crypto,
            @Reference SystemService system,
            @Reference OpcUaAlgorithms algorithms,
            OpcUaConfig config,
            Map<String, Object> properties) {
        this.crypto = crypto;
        String instance = String.valueOf(properties.getOrDefault(INSTANCE, "driver"));
        Path pki = Path.of(system.getKuraDataDirectory(), "tohu", "opcua");
        this.core = new DriverCore(
                instance,
                SettingsReader.read(config, crypto),
                new PkiFolder(pki, instance, new KuraSealer(crypto)),
                keystores::get);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKeystore(KeystoreService keystore, Map<String, Object> properties) {
        String pid = String.valueOf(properties.get(INSTANCE));
        keystores.put(pid, keystore);
        core.keystoreChanged(pid);
    }

    void removeKeystore(KeystoreService keystore, Map<String, Object> properties) {
        keystores.remove(String.valueOf(properties.get(INSTANCE)), keystore);
    }

    /** Something in a keystore is new. */
    @Override
    public void handleEvent(Event event) {
        core.keystoreChanged(String.valueOf(event.getProperty(KeystoreChangedEvent.SENDER_PID_PROPERTY_KEY)));
    }

    @Modified
    void modified(OpcUaConfig config) {
        core.update(SettingsReader.read(config, crypto));
    }

    @Deactivate
    void deactivate() {
        core.close();
    }

    @Override
    public void connect() throws ConnectionException {
        try {
            core.connect();
        } catch (LinkException e) {
            throw new ConnectionException(e.getMessage(), e);
        }
    }

    @Override
    public void disconnect() {
        core.disconnect();
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return new ChannelFields();
    }

    @Override
    public void read(List<ChannelRecord> records) throws ConnectionException {
        try {
            core.read(ReadPlan.of(records), records);
        } catch (LinkException e) {
            throw new ConnectionException(e.getMessage(), e);
        }
    }

    @Override
    public void write(List<ChannelRecord> records) throws ConnectionException {
        try {
            core.write(records);
        } catch (LinkException e) {
            throw new ConnectionException(e.getMessage(), e);
        }
    }

    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        return new PreparedChannels(core, records);
    }

    @Override
    public void registerChannelListener(Map<String, Object> channelConfig, ChannelListener listener) {
        core.register(channelConfig, listener);
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        core.unregister(listener);
    }
}
