/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.channel.ChannelBatch;
import io.tohu.modbus.internal.channel.RecordTarget;
import io.tohu.modbus.internal.channel.Target;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.poll.PollSource;
import io.tohu.modbus.internal.poll.Poller;
import io.tohu.modbus.internal.serial.SerialPorts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One Modbus device, or the units behind one gateway, as a driver of Kura. Connects when it is first used. */
@Designate(ocd = ModbusDriverConfig.class, factory = true)
@Component(
        name = ModbusDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true,
        property = "kura.ui.service.hide:Boolean=true")
public final class ModbusDriver implements Driver, ConfigurableComponent {

    static final String PID = "io.tohu.modbus.ModbusDriver";

    private final FieldThreads threads;
    private final DeviceFactory devices;
    private final Poller poller;
    private volatile Device device;

    @Activate
    public ModbusDriver(
            ModbusDriverConfig config,
            Map<String, Object> properties,
            @Reference FieldThreads threads,
            @Reference SerialPorts ports) {
        this.threads = threads;
        this.devices = new DeviceFactory(threads, ports);
        this.device = devices.create(config, properties);
        this.poller = new Poller(DeviceFactory.name(properties), source(), threads, threads.workers());
    }

    @Modified
    void modified(ModbusDriverConfig config, Map<String, Object> properties) {
        device = devices.replace(device, config, properties);
        poller.replan();
    }

    @Deactivate
    void deactivate() {
        poller.close();
        device.connection().close();
    }

    @Override
    public void connect() throws ConnectionException {
        run(() -> device.connection().connect());
    }

    @Override
    public void disconnect() {
        device.connection().disconnect();
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return ChannelFields::all;
    }

    @Override
    public void read(List<ChannelRecord> records) throws ConnectionException {
        Device now = device;
        List<RecordTarget> targets =
                records.stream().map(r -> new RecordTarget(r, false)).toList();
        ChannelBatch batch =
                new ChannelBatch(targets, now.parser(), now.settings().limits());
        run(() -> now.read(batch));
    }

    @Override
    public void write(List<ChannelRecord> records) throws ConnectionException {
        run(() -> RecordWriter.write(records, device, threads));
    }

    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        return new PreparedChannels(Objects.requireNonNull(records), () -> device);
    }

    /** Never fails for want of a connection: an asset registers once, and the device may come much later. */
    @Override
    public void registerChannelListener(Map<String, Object> channelConfig, ChannelListener listener) {
        poller.register(Objects.requireNonNull(channelConfig), Objects.requireNonNull(listener));
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        poller.unregister(Objects.requireNonNull(listener));
    }

    private PollSource source() {
        return new PollSource() {
            @Override
            public ChannelBatch batch(List<? extends Target> targets) {
                Device now = device;
                return new ChannelBatch(targets, now.parser(), now.settings().limits());
            }

            @Override
            public CompletableFuture<Runnable> poll(ChannelBatch batch) {
                return device.poll(batch);
            }
        };
    }

    private interface Exchange {
        void run() throws ExchangeException, InterruptedException;
    }

    private static void run(Exchange exchange) throws ConnectionException {
        try {
            exchange.run();
        } catch (ExchangeException e) {
            throw new ConnectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted", e);
        }
    }
}
