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
import io.tohu.opcua.internal.status.DriverStatus;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values that a driver did not get: all are counted, and the log names each channel that begins to lose some once. What
 * one busy moment of a server does to many channels is one line. Thread-safe.
 */
final class Losses {

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final String instance;
    private final DriverStatus status;
    private final Queue<ListenedChannel> unreported = new ConcurrentLinkedQueue<>();

    /** @param instance name of the driver instance, for log lines */
    Losses(String instance, DriverStatus status) {
        this.instance = instance;
        this.status = status;
    }

    /** The server had to drop values of a channel. */
    void overflowed(ListenedChannel channel) {
        status.overflowed();
        if (channel.beginsToOverflow()) {
            unreported.add(channel);
        }
    }

    /** Values were lost between server and gateway. */
    void missed() {
        status.gap();
        LOG.warn("{}: values were lost between server and gateway; the server does not have them any more", instance);
    }

    /** Says in one line which channels have begun to lose values since the last time. */
    void report() {
        ListenedChannel first = unreported.poll();
        if (first == null) {
            return;
        }
        int others = 0;
        while (unreported.poll() != null) {
            others++;
        }
        ChannelSpec spec = first.spec();
        LOG.warn(
                "{}: the server dropped values of channel {} ({}){}, its queue of {} was full: raise queue.size, or have"
                        + " values sent more often; further losses are counted only",
                instance,
                spec.name(),
                spec.node(),
                others == 0 ? "" : " and " + others + " more",
                spec.monitoring().queueSize());
    }
}
