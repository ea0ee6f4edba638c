/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.OutboxService;
import io.tohu.outbox.OutboxStatus;
import io.tohu.outbox.internal.log.FlushPolicy;
import io.tohu.outbox.internal.log.QueueSettings;
import io.tohu.outbox.internal.log.Quotas;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's provider of message stores, each a {@link OpenQueue} in a directory of its own. */
@Component(
        name = OutboxComponent.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, MessageStoreProvider.class, OutboxService.class})
@Designate(ocd = OutboxConfig.class, factory = true)
public final class OutboxComponent implements ConfigurableComponent, MessageStoreProvider, OutboxService {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.outbox.Outbox";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxComponent.class);
    private static final long MEGABYTE = 1L << 20;

    private final Path directory;
    private final StoredKey key;
    private final SortedMap<String, OpenQueue> queues = new TreeMap<>();
    private QueueSettings settings;
    private boolean stopped;
    private volatile ConfigurationService configurations;

    /**
     * @param system says where Kura keeps its data
     * @param crypto wraps the key of encrypted queues
     */
    @Activate
    public OutboxComponent(
            @Reference SystemService system,
            @Reference CryptoService crypto,
            OutboxConfig config,
            Map<String, Object> properties) {
        String pid = String.valueOf(properties.get(ConfigurationService.KURA_SERVICE_PID));
        this.directory = Path.of(system.getKuraDataDirectory(), "tohu", "outbox", FileNames.of(pid));
        this.key = new StoredKey(crypto, config.encrypt());
        this.settings = settings(config);
    }

    /** Only for a look at the data service's capacity, so nothing waits for it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setConfigurations(ConfigurationService found) {
        configurations = found;
    }

    void unsetConfigurations(ConfigurationService gone) {
        if (configurations == gone) {
            configurations = null;
        }
    }

    /** Open queues go on with the new settings; what is encrypted or not stays as it was. */
    @Modified
    synchronized void modified(OutboxConfig config) {
        settings = settings(config);
        queues.values().forEach(queue -> queue.queue().configure(settings));
    }

    /** Kura's data service may open its store once more while this one goes: it would never be closed. */
    @Deactivate
    synchronized void deactivate() {
        stopped = true;
        queues.values().forEach(OpenQueue::close);
        queues.clear();
    }

    private static QueueSettings settings(OutboxConfig config) {
        return new QueueSettings(
                Math.max(1, config.size_mb()) * MEGABYTE,
                Math.max(1, config.messages()),
                Math.max(0, config.disk_reserve_mb()) * MEGABYTE,
                quotas(config.quotas()),
                flush(config.flush_intervals()),
                config.compress_from(),
                config.alarm_priority(),
                QueueSettings.DEFAULT.memoryMessages(),
                QueueSettings.DEFAULT.memoryBytes());
    }

    /** A mistake in the form must not stop the gateway from keeping messages: the safe setting takes its place. */
    private static FlushPolicy flush(String text) {
        try {
            return FlushPolicy.parse(text);
        } catch (IllegalArgumentException e) {
            LOG.error("Flush intervals are ignored and every message is flushed at once: {}", e.getMessage());
            return FlushPolicy.AT_ONCE;
        }
    }

    private static Quotas quotas(String text) {
        try {
            return Quotas.parse(text);
        } catch (IllegalArgumentException e) {
            LOG.error("Shares are ignored: {}", e.getMessage());
            return Quotas.NONE;
        }
    }

    /** Opening succeeds whatever the disk is like: a store that cannot be opened would keep Kura from connecting. */
    @Override
    public synchronized MessageStore openMessageStore(String name) throws KuraStoreException {
        if (stopped) {
            throw new KuraStoreException("this outbox has been stopped");
        }
        OpenQueue queue = queues.computeIfAbsent(
                name,
                key -> new OpenQueue(
                        key,
                        new Directory(directory.resolve(FileNames.of(key)), this.key),
                        settings,
                        () -> CapacityCheck.warn(key, settings.maxMessages(), configurations)));
        queue.addUsers(1);
        return new OutboxStore(queue.queue(), () -> release(name, queue));
    }

    private synchronized void release(String name, OpenQueue queue) {
        if (queue.addUsers(-1) == 0 && queues.remove(name, queue)) {
            queue.close();
        }
    }

    /** An outbox does not disconnect by itself: it keeps alarms in memory while its disk is away. */
    @Override
    public void addListener(ConnectionListener listener) {
        // never has anything to tell
    }

    @Override
    public void removeListener(ConnectionListener listener) {
        // was never kept
    }

    @Override
    public synchronized SortedMap<String, OutboxStatus> status() {
        SortedMap<String, OutboxStatus> status = new TreeMap<>();
        queues.forEach((name, queue) -> status.put(name, queue.queue().status()));
        return status;
    }
}
