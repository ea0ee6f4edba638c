/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.driver;

import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.osgi.annotation.versioning.ProviderType;

/** Speaks a field protocol. */
@ProviderType
public interface Driver {

    String DRIVER_PID_PROPERTY_NAME = "driver.pid";

    void connect() throws ConnectionException;

    void disconnect() throws ConnectionException;

    ChannelDescriptor getChannelDescriptor();

    void read(List<ChannelRecord> records) throws ConnectionException;

    void registerChannelListener(Map<String, Object> channelConfig, ChannelListener listener)
            throws ConnectionException;

    void unregisterChannelListener(ChannelListener listener) throws ConnectionException;

    void write(List<ChannelRecord> records) throws ConnectionException;

    PreparedRead prepareRead(List<ChannelRecord> records);

    /** The link to the device is down, or broke. */
    final class ConnectionException extends Exception {

        private static final long serialVersionUID = 1L;

        public ConnectionException() {}

        public ConnectionException(String message) {
            super(message);
        }

        public ConnectionException(String message, Throwable cause) {
            super(message, cause);
        }

        public ConnectionException(Throwable cause) {
            super(cause);
        }
    }
}
