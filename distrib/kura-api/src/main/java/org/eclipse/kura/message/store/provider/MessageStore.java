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

import java.util.List;
import java.util.Optional;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps messages until they are delivered. */
@ProviderType
public interface MessageStore {

    int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException;

    void markAsPublished(int msgId) throws KuraStoreException;

    void markAsPublished(int msgId, DataTransportToken dataTransportToken) throws KuraStoreException;

    void markAsConfirmed(int msgId) throws KuraStoreException;

    Optional<StoredMessage> getNextMessage() throws KuraStoreException;

    Optional<StoredMessage> get(int msgId) throws KuraStoreException;

    int getMessageCount() throws KuraStoreException;

    List<StoredMessage> getUnpublishedMessages() throws KuraStoreException;

    List<StoredMessage> getInFlightMessages() throws KuraStoreException;

    List<StoredMessage> getDroppedMessages() throws KuraStoreException;

    void unpublishAllInFlighMessages() throws KuraStoreException;

    void dropAllInFlightMessages() throws KuraStoreException;

    void deleteStaleMessages(int purgeAgeSeconds) throws KuraStoreException;

    void close();
}
