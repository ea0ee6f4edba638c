/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.data.listener;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to the connection and the messages of a data service. */
@ConsumerType
public interface DataServiceListener {

    void onConnectionEstablished();

    void onDisconnecting();

    void onDisconnected();

    void onConnectionLost(Throwable cause);

    void onMessageArrived(String topic, byte[] payload, int qos, boolean retained);

    void onMessagePublished(int messageId, String topic);

    void onMessageConfirmed(int messageId, String topic);
}
