/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.asset.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An asset over a driver that may come, go and change.
 *
 * <p>Reads and writes run one after another in one thread of the asset while the caller waits; what follows from a new
 * driver or configuration runs in another. When that fails half-way, which a channel descriptor with anything but
 * {@link Tad} makes it do, the asset still reads, but has no prepared read, no listeners and no form of its channels.
 */
public final class DriverAsset implements Asset {

    private static final Logger LOG = LoggerFactory.getLogger(DriverAsset.class);

    private final String pid;
    private final Function<Channel, ChannelListener> ownListener;
    private final ExecutorService io;
    private final ExecutorService setup;
    private volatile Map<String, Object> properties = Map.of();
    private volatile AssetConfiguration asset;
    private volatile Tocd form;
    private volatile DriverLink link;

    /**
     * @param pid name of the asset
     * @param ownListener gives the asset's own listener of a channel, or null
     */
    public DriverAsset(String pid, Function<Channel, ChannelListener> ownListener) {
        this.pid = pid;
        this.ownListener = ownListener;
        this.io = Executors.newSingleThreadExecutor(task -> new Thread(task, "asset-io-" + pid));
        this.setup = Executors.newSingleThreadExecutor(task -> new Thread(task, "asset-setup-" + pid));
    }

    /**
     * Takes a new configuration; the driver has to be set again after it.
     *
     * @param newProperties the asset's properties
     * @throws IllegalArgumentException with the reason, when a channel is not valid; the asset stays as it was
     */
    public void configure(Map<String, Object> newProperties) {
        try {
            asset = AssetChannels.parse(newProperties);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Asset " + pid + " is not configured: " + e.getMessage(), e);
        }
        properties = newProperties;
        form = AssetForm.asset();
    }

    /** @param driver the driver that is there now */
    public void setDriver(Driver driver) {
        DriverLink now = new DriverLink(driver);
        DriverLink before = link;
        link = now;
        inSetup(() -> {
            if (before != null) {
                before.close();
            }
            complete(driver);
            List<ChannelRecord> records = AssetChannels.readRecords(asset);
            if (!records.isEmpty()) {
                now.prepare(records);
            }
            asset.getAssetChannels().values().forEach(channel -> {
                ChannelListener own = ownListener.apply(channel);
                if (own != null && channel.isEnabled()) {
                    now.attach(new ScalingListener(channel, own));
                }
            });
        });
    }

    private void complete(Driver driver) {
        List<Tad> fields = new ArrayList<>(AssetForm.channelFields());
        fields.addAll(AssetForm.driverFields(driver));
        properties = AssetForm.withDefaults(properties, asset, fields);
        asset = AssetChannels.parse(properties);
        Tocd complete = AssetForm.asset();
        AssetForm.addChannels(complete, asset, fields);
        form = complete;
    }

    /** Tells that the driver is gone. */
    public void unsetDriver() {
        DriverLink before = link;
        link = null;
        if (before != null) {
            inSetup(before::close);
        }
    }

    private void inSetup(Runnable task) {
        setup.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Asset {} is not completely set up with its driver: {}", pid, e.toString());
            }
        });
    }

    /** Waits until what followed from the last driver is done. */
    public void awaitSetup() {
        try {
            setup.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the asset's threads when what was asked of them is done. */
    public void close() {
        unsetDriver();
        io.shutdown();
        setup.shutdown();
    }

    /** @return whether there is anything to read */
    public boolean hasReadChannels() {
        return !AssetChannels.readRecords(asset).isEmpty();
    }

    /** @return the properties, completed with the defaults of the driver's fields once there is a driver */
    public Map<String, Object> properties() {
        return properties;
    }

    /** @return the form, with the fields of the channels once there is a driver */
    public Tocd form() {
        return form;
    }

    @Override
    public AssetConfiguration getAssetConfiguration() {
        return asset;
    }

    @Override
    public List<ChannelRecord> readAllChannels() throws KuraException {
        DriverLink current = attached();
        AssetConfiguration config = asset;
        return scaled(inIo(() -> {
            PreparedRead prepared = current.prepared();
            if (prepared != null) {
                return prepared.execute();
            }
            List<ChannelRecord> records = AssetChannels.readRecords(config);
            if (!records.isEmpty()) {
                current.driver().read(records);
            }
            return records;
        }));
    }

    @Override
    public void write(List<ChannelRecord> records) throws KuraException {
        DriverLink current = attached();
        List<ChannelRecord> valid = new ArrayList<>();
        for (ChannelRecord record : records) {
            Channel channel = asset.getAssetChannels().get(record.getChannelName());
            if (channel != null && channel.getType() != ChannelType.READ && channel.isEnabled()) {
                record.setChannelConfig(channel.getConfiguration());
                valid.add(record);
            } else {
                record.setChannelStatus(new ChannelStatus(
                        ChannelFlag.FAILURE, "Channel not available, or not for writing, or not enabled", null));
                record.setTimestamp(System.currentTimeMillis());
            }
        }
        if (!valid.isEmpty()) {
            inIo(() -> {
                current.driver().write(valid);
                return null;
            });
        }
    }

    private DriverLink attached() throws KuraException {
        DriverLink current = link;
        if (current == null) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, "Driver not attached");
        }
        return current;
    }

    private <T> T inIo(Callable<T> task) throws KuraException {
        try {
            return io.submit(task).get();
        } catch (ExecutionException e) {
            throw new KuraException(
                    KuraErrorCode.CONNECTION_FAILED, e.getCause(), e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, e, "interrupted");
        } catch (RejectedExecutionException e) {
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, e, "asset " + pid + " is stopped");
        }
    }

    private List<ChannelRecord> scaled(List<ChannelRecord> records) {
        for (ChannelRecord record : records) {
            Channel channel = asset.getAssetChannels().get(record.getChannelName());
            if (channel != null && Scaling.applies(record, channel)) {
                Scaling.apply(record, channel);
            }
        }
        return records;
    }
}
