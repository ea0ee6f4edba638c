/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.data.transport.listener;

import org.eclipse.kura.data.DataTransportToken;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to the connection and the messages of a transport. */
@ConsumerType
public interface DataTransportListener {

    void onConnectionEstablished(boolean newSession);

    void onDisconnecting();

    void onDisconnected();

    void onConfigurationUpdating(boolean wasConnected);

    void onConfigurationUpdated(boolean wasConnected);

    void onConnectionLost(Throwable cause);

    void onMessageArrived(String topic, byte[] payload, int qos, boolean retained);

    void onMessageConfirmed(DataTransportToken token);
}
