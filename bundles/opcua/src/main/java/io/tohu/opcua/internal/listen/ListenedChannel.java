/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Outcome;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel and who listens to it. Events are delivered one at a time; none begins once it is closed. */
final class ListenedChannel {

    private static final Logger LOG = LoggerFactory.getLogger(ListenedChannel.class);

    private final ChannelSpec spec;
    private final ChannelListener listener;
    private DataValue last;
    private String failure;
    private boolean listenerFailing;
    private boolean overflowing;
    private volatile boolean orphaned;
    private volatile boolean closed;

    ListenedChannel(ChannelSpec spec, ChannelListener listener) {
        this.spec = spec;
        this.listener = listener;
    }

    ChannelSpec spec() {
        return spec;
    }

    ChannelListener listener() {
        return listener;
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** Whether the server has said that the node is gone; its monitored item may never speak again then. */
    boolean orphaned() {
        return orphaned;
    }

    /** The node is to be monitored anew. */
    void adopted() {
        orphaned = false;
    }

    /** The server had to drop values; whether for the first time. */
    synchronized boolean beginsToOverflow() {
        boolean begins = !overflowing;
        overflowing = true;
        return begins;
    }

    /** A value from the server. */
    synchronized void value(DataValue value, boolean acceptUncertain) {
        failure = null;
        last = value;
        long status = value.statusCode().value();
        if (status == StatusCodes.Bad_NodeIdUnknown || status == StatusCodes.Bad_NodeIdInvalid) {
            orphaned = true;
        }
        ChannelRecord record = ChannelRecord.createReadRecord(spec.name(), spec.type(), spec.unit());
        Outcome.read(record, spec, value, acceptUncertain);
        tell(record);
    }

    /** There will be no values for a while; each reason is told once until the next value. */
    synchronized void failed(String reason) {
        if (!reason.equals(failure)) {
            failure = reason;
            ChannelRecord record = ChannelRecord.createReadRecord(spec.name(), spec.type(), spec.unit());
            Outcome.failed(record, reason);
            tell(record);
        }
    }

    /** The values go on where they stopped: what was the last one still is, or it would have been followed. */
    synchronized void resumed(boolean acceptUncertain) {
        if (failure != null && last != null) {
            value(last, acceptUncertain);
        }
    }

    private void tell(ChannelRecord record) {
        if (closed) {
            return;
        }
        try {
            listener.onChannelEvent(new ChannelEvent(record));
            listenerFailing = false;
        } catch (RuntimeException e) {
            if (!listenerFailing) {
                LOG.warn("The listener of channel {} failed; values go on being sent to it", spec.name(), e);
            }
            listenerFailing = true;
        }
    }
}
