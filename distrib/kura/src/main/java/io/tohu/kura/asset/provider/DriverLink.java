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
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an asset holds of one driver: its prepared read and the listeners that are registered with it. */
final class DriverLink {

    private static final Logger LOG = LoggerFactory.getLogger(DriverLink.class);

    private final Driver driver;
    private final List<ScalingListener> attached = new ArrayList<>();
    private volatile PreparedRead prepared;

    DriverLink(Driver driver) {
        this.driver = driver;
    }

    Driver driver() {
        return driver;
    }

    /** Prepares the read of these records; a driver that cannot or does not want to is read record by record. */
    void prepare(List<ChannelRecord> records) {
        try {
            prepared = driver.prepareRead(records);
        } catch (RuntimeException e) {
            LOG.debug("{} prepares no read", driver, e);
        }
    }

    /** @return the prepared read, or null */
    PreparedRead prepared() {
        return prepared;
    }

    synchronized void attach(ScalingListener listener) {
        Channel channel = listener.channel();
        try {
            driver.registerChannelListener(channel.getConfiguration(), listener);
            attached.add(listener);
        } catch (ConnectionException | RuntimeException e) {
            LOG.warn("The driver does not listen to channel {}: {}", channel.getName(), e.toString());
        }
    }

    /** Gives everything back. */
    synchronized void close() {
        if (prepared != null) {
            try {
                prepared.close();
            } catch (Exception e) {
                LOG.warn("The prepared read was not closed: {}", e.toString());
            }
            prepared = null;
        }
        for (ScalingListener listener : attached) {
            try {
                driver.unregisterChannelListener(listener);
            } catch (ConnectionException | RuntimeException e) {
                LOG.warn(
                        "The driver keeps listening to channel {}: {}",
                        listener.channel().getName(),
                        e.toString());
            }
        }
        attached.clear();
    }
}
