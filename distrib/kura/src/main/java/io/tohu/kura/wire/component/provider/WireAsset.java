/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import io.tohu.kura.asset.provider.DriverAsset;
import io.tohu.kura.asset.provider.DriverTracker;
import io.tohu.kura.core.configuration.StoredConfiguration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's asset as a wire component.
 *
 * <p>Whatever it receives makes it read and emit all its READ and READ_WRITE channels, before it writes what the
 * envelope holds for its WRITE and READ_WRITE channels; a value of another type than the channel's is left out
 * without a word. Channels with {@code +listen} emit by themselves on the driver's events, in the driver's thread.
 */
@Component(
        name = WireAsset.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {
            Asset.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class,
            SelfConfiguringComponent.class
        },
        property = "kura.ui.service.hide:Boolean=true")
public final class WireAsset implements WireEmitter, WireReceiver, Asset, SelfConfiguringComponent {

    static final String PID = "org.eclipse.kura.wire.WireAsset";

    private static final Logger LOG = LoggerFactory.getLogger(WireAsset.class);
    private static final String LISTEN = "+listen";

    private final WireSupport wires;
    private final BundleContext context;
    private final String pid;
    private final DriverAsset asset;
    private final Clock clock = Clock.systemUTC();
    private volatile WireAssetOptions options;
    private volatile LastValues lastValues;
    private volatile String lastProblem = "";
    private DriverTracker driver;

    /**
     * @param helper gives the ports
     * @param component this component
     * @param properties the asset's properties
     */
    @Activate
    @SuppressWarnings("unchecked")
    public WireAsset(@Reference WireHelperService helper, ComponentContext component, Map<String, Object> properties) {
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) component.getServiceReference());
        this.context = component.getBundleContext();
        this.pid = (String) properties.get(ConfigurationService.KURA_SERVICE_PID);
        this.asset = new DriverAsset(pid, this::listener);
        modified(properties);
    }

    WireAsset(WireSupport wires, String pid, Map<String, Object> properties) {
        this.wires = wires;
        this.context = null;
        this.pid = pid;
        this.asset = new DriverAsset(pid, this::listener);
        configure(properties);
    }

    @Modified
    synchronized void modified(Map<String, Object> properties) {
        if (!(properties.get("driver.pid") instanceof String driverPid)) {
            throw new IllegalArgumentException("Asset " + pid + " has no driver.pid");
        }
        configure(properties);
        if (driver != null) {
            driver.close();
        }
        driver = new DriverTracker(context, driverPid, asset);
        driver.open();
    }

    private void configure(Map<String, Object> properties) {
        asset.configure(properties);
        options = WireAssetOptions.of(properties);
        lastValues = new LastValues();
    }

    @Deactivate
    synchronized void deactivate() {
        driver.close();
        asset.close();
    }

    DriverAsset asset() {
        return asset;
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        emitAllReadChannels();
        for (WireRecord record : envelope.getRecords()) {
            write(record.getProperties());
        }
    }

    private void emitAllReadChannels() {
        if (!asset.hasReadChannels()) {
            return;
        }
        try {
            emit(asset.readAllChannels());
            problem("");
        } catch (KuraException | RuntimeException e) {
            problem("does not read: " + e.getMessage());
        }
    }

    private void write(Map<String, TypedValue<?>> properties) {
        List<ChannelRecord> records = new ArrayList<>();
        for (Channel channel : asset.getAssetConfiguration().getAssetChannels().values()) {
            TypedValue<?> value = properties.get(channel.getName());
            if (channel.getType() != ChannelType.READ && value != null && value.getType() == channel.getValueType()) {
                records.add(channel.createWriteRecord(value));
            }
        }
        if (records.isEmpty()) {
            return;
        }
        try {
            asset.write(records);
        } catch (KuraException | RuntimeException e) {
            problem("does not write: " + e.getMessage());
        }
    }

    private void problem(String now) {
        if (!now.equals(lastProblem)) {
            lastProblem = now;
            if (now.isEmpty()) {
                LOG.info("Asset {} reads again", pid);
            } else {
                LOG.error("Asset {} {}", pid, now);
            }
        }
    }

    private void emit(List<ChannelRecord> records) {
        WireAssetOptions current = options;
        Map<String, TypedValue<?>> properties =
                AssetRecord.of(current.emitOnChange() ? lastValues.changed(records) : records, current, clock);
        if (properties.isEmpty() && !current.emitEmptyEnvelopes()) {
            return;
        }
        properties.put("assetName", TypedValues.newStringValue(pid));
        wires.emit(List.of(new WireRecord(properties)));
    }

    private ChannelListener listener(Channel channel) {
        Object listen = channel.getConfiguration().get(LISTEN);
        return listen != null && Boolean.parseBoolean(listen.toString()) ? this::onChannelEvent : null;
    }

    private void onChannelEvent(ChannelEvent event) {
        if (options.emitAllChannels()) {
            emitAllReadChannels();
            return;
        }
        ChannelRecord record = event.getChannelRecord();
        if (record.getUnit() == null || record.getUnit().isEmpty()) {
            Channel channel = asset.getAssetConfiguration().getAssetChannels().get(record.getChannelName());
            if (channel != null) {
                record.setUnit(channel.getUnit());
            }
        }
        emit(List.of(record));
    }

    @Override
    public ComponentConfiguration getConfiguration() {
        return StoredConfiguration.of(pid, asset.form(), asset.properties());
    }

    @Override
    public AssetConfiguration getAssetConfiguration() {
        return asset.getAssetConfiguration();
    }

    @Override
    public List<ChannelRecord> readAllChannels() throws KuraException {
        return asset.readAllChannels();
    }

    @Override
    public void write(List<ChannelRecord> records) throws KuraException {
        asset.write(records);
    }

    @Override
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    @Override
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    @Override
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }

    @Override
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }
}
