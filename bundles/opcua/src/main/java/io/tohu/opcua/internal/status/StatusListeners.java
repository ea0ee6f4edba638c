/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.status;

import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.LinkObserver;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who listens to channels that are about the driver. They are told what changed whenever the connection changes, and
 * every few seconds while it stands.
 */
public final class StatusListeners implements LinkObserver {

    private static final Logger LOG = LoggerFactory.getLogger(StatusListeners.class);

    private final DriverStatus status;
    private final Map<Listening, ChannelRecord> told = new ConcurrentHashMap<>();

    public StatusListeners(DriverStatus status) {
        this.status = status;
    }

    /** From now on, and what is the case at the moment with the next change or soon. */
    public void register(ChannelSpec spec, ChannelListener listener) {
        told.put(new Listening(spec, listener), ChannelRecord.createReadRecord(spec.name(), spec.type()));
    }

    /** Ends all of a listener's registrations. */
    public void unregister(ChannelListener listener) {
        told.keySet().removeIf(listening -> listening.listener == listener);
    }

    /** Whether anybody listens. */
    public boolean isEmpty() {
        return told.isEmpty();
    }

    @Override
    public void connected(Connection connection) {
        // Comes with the first tend.
    }

    @Override
    public void tend(Connection connection) {
        tell();
    }

    @Override
    public void lost(String reason) {
        tell();
    }

    @Override
    public void resumed(Connection connection) {
        tell();
    }

    @Override
    public void retired(Connection connection) {
        tell();
    }

    private void tell() {
        for (Map.Entry<Listening, ChannelRecord> entry : told.entrySet()) {
            Listening listening = entry.getKey();
            ChannelSpec spec = listening.spec;
            ChannelRecord record = ChannelRecord.createReadRecord(spec.name(), spec.type(), spec.unit());
            StatusReader.read(record, spec, status);
            if (differs(record, entry.getValue()) && told.replace(listening, record) != null) {
                tell(listening, record);
            }
        }
    }

    private static boolean differs(ChannelRecord now, ChannelRecord before) {
        return before.getChannelStatus() == null
                || !Objects.equals(now.getValue(), before.getValue())
                || !Objects.equals(
                        now.getChannelStatus().getExceptionMessage(),
                        before.getChannelStatus().getExceptionMessage());
    }

    private static void tell(Listening listening, ChannelRecord record) {
        try {
            listening.listener.onChannelEvent(new ChannelEvent(record));
        } catch (RuntimeException e) {
            LOG.warn("The listener of channel {} failed", listening.spec.name(), e);
        }
    }

    private record Listening(ChannelSpec spec, ChannelListener listener) {}
}
