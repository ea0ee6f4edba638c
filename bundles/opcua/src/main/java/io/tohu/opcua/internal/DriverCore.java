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

import io.tohu.opcua.internal.access.ChannelWriter;
import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.channel.ChannelException;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Outcome;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.Link;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.link.LinkObservers;
import io.tohu.opcua.internal.link.LinkSettings;
import io.tohu.opcua.internal.listen.Subscriptions;
import io.tohu.opcua.internal.security.Keys;
import io.tohu.opcua.internal.security.KeystoreFinder;
import io.tohu.opcua.internal.security.PkiFolder;
import io.tohu.opcua.internal.status.DriverStatus;
import io.tohu.opcua.internal.status.StatusListeners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.type.DataType;

/**
 * A driver instance without OSGi: one link to one server, and what is read, written and listened to over it.
 * Thread-safe; reads and writes of several threads run side by side.
 */
final class DriverCore implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(25);

    private final String instance;
    private final PkiFolder pki;
    private final KeystoreFinder keystores;
    private final DriverStatus status = new DriverStatus();
    private final Subscriptions subscriptions;
    private final StatusListeners statusListeners = new StatusListeners(status);
    private volatile DriverSettings settings;
    private volatile Link link;

    DriverCore(String instance, DriverSettings settings, PkiFolder pki, KeystoreFinder keystores) {
        this(instance, settings, pki, keystores, RETRY);
    }

    /** @param retry pause before a channel that the server refused to monitor is tried again */
    DriverCore(String instance, DriverSettings settings, PkiFolder pki, KeystoreFinder keystores, Duration retry) {
        this.subscriptions = new Subscriptions(instance, this::tuning, status, retry);
        this.instance = instance;
        this.settings = settings;
        this.pki = pki;
        this.keystores = keystores;
        this.link = newLink();
    }

    /** Takes another configuration; the connection is made anew only when it must be. */
    synchronized void update(DriverSettings changed) {
        DriverSettings before = settings;
        settings = changed;
        boolean trustChanged = !before.trusted().equals(changed.trusted());
        if (!before.link().equals(changed.link()) || trustChanged && !link.connected()) {
            replaceLink();
            return;
        }
        link.pace(changed.backoff());
        link.wake();
        if (trustChanged) {
            link.recheckKeys();
        }
    }

    /** A keystore came, changed or went. */
    void keystoreChanged(String pid) {
        if (settings.link().keys().keystore().equals(pid)) {
            link.recheckKeys();
        }
    }

    /** Connects unless connected. */
    void connect() throws LinkException {
        link.connect();
    }

    /** Ends the connection until something needs it again. */
    synchronized void disconnect() {
        Link ended = link;
        link = newLink();
        ended.close();
    }

    /** Reads every record of a plan. */
    void read(ReadPlan plan, List<ChannelRecord> records) throws LinkException {
        plan.execute(this::connection, tuning(), status, records);
    }

    /** Writes every record. */
    void write(List<ChannelRecord> records) throws LinkException {
        ChannelWriter.write(connection(), tuning(), records);
    }

    /** Listens to a channel from now on, whether there is a connection or not. */
    void register(Map<String, Object> config, ChannelListener listener) {
        try {
            ChannelSpec spec = ChannelSpec.of(config);
            if (spec.kind().ofNode()) {
                subscriptions.register(spec, listener);
            } else {
                statusListeners.register(spec, listener);
            }
            link.start();
            link.wake();
        } catch (ChannelException e) {
            ChannelRecord record =
                    ChannelRecord.createReadRecord(String.valueOf(config.get(ChannelSpec.NAME)), DataType.STRING);
            Outcome.failed(record, e.getMessage());
            listener.onChannelEvent(new ChannelEvent(record));
        }
    }

    /** Stops listening; no event begins once this returns. */
    void unregister(ChannelListener listener) {
        subscriptions.unregister(listener);
        statusListeners.unregister(listener);
        link.wake();
    }

    @Override
    public synchronized void close() {
        link.close();
    }

    private Connection connection() throws LinkException {
        return link.require();
    }

    private Tuning tuning() {
        return settings.tuning();
    }

    private Link newLink() {
        LinkSettings wanted = settings.link();
        Keys keys = new Keys(wanted.keys(), pki, keystores, () -> settings.trusted());
        return new Link(
                instance, wanted, keys, settings.backoff(), new LinkObservers(status, subscriptions, statusListeners));
    }

    private void replaceLink() {
        disconnect();
        if (!subscriptions.isEmpty() || !statusListeners.isEmpty()) {
            link.start();
        }
    }
}
