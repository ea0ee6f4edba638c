/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.data;

import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraNotConnectedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.KuraTimeoutException;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.osgi.annotation.versioning.ProviderType;

/** Queues messages and sends them over a transport. */
@ProviderType
public interface DataService {

    void connect() throws KuraConnectException;

    boolean isConnected();

    void disconnect(long quiesceTimeout);

    void subscribe(String topic, int qos) throws KuraTimeoutException, KuraException, KuraNotConnectedException;

    void unsubscribe(String topic) throws KuraTimeoutException, KuraException, KuraNotConnectedException;

    int publish(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException;

    void addDataServiceListener(DataServiceListener listener);

    void removeDataServiceListener(DataServiceListener listener);
}
