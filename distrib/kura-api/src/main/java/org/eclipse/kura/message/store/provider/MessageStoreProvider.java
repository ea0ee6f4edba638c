/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.message.store.provider;

import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.osgi.annotation.versioning.ProviderType;

/** Opens message stores by name. */
@ProviderType
public interface MessageStoreProvider {

    MessageStore openMessageStore(String name) throws KuraStoreException;

    void addListener(ConnectionListener listener);

    void removeListener(ConnectionListener listener);
}
