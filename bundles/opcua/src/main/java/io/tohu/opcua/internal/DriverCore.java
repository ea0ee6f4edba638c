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
import io.tohu.opcua.internal.listen.Subscriptions;
import io.tohu.opcua.internal.security.PkiFolder;
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

    private final String instance;
    private final PkiFolder pki;
    private final Subscriptions subscriptions = new Subscriptions(this::tuning);
    private volatile DriverSettings settings;
    private volatile Link link;

    DriverCore(String instance, DriverSettings settings, PkiFolder pki) {
        this.instance = instance;
        this.settings = settings;
        this.pki = pki;
        this.link = newLink();
    }

    /** Takes another configuration; the connection is made anew only when it must be. */
    synchronized void update(DriverSettings changed) {
        DriverSettings before = settings;
        settings = changed;
        if (before.link().equals(changed.link())) {
            link.pace(changed.backoff());
            link.wake();
        } else {
            replaceLink();
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
        plan.execute(connection(), tuning(), records);
    }

    /** Writes every record. */
    void write(List<ChannelRecord> records) throws LinkException {
        ChannelWriter.write(connection(), tuning(), records);
    }

    /** Listens to a channel from now on, whether there is a connection or not. */
    void register(Map<String, Object> config, ChannelListener listener) {
        try {
            subscriptions.register(ChannelSpec.of(config), listener);
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
        return new Link(instance, settings.link(), pki, settings.backoff(), subscriptions);
    }

    private void replaceLink() {
        disconnect();
        if (!subscriptions.isEmpty()) {
            link.start();
        }
    }
}
