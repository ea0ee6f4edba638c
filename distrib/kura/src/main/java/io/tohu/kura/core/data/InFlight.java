/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;

/**
 * Which message a token of the transport stands for, from sending to confirmation.
 *
 * <p>Sending holds its monitor until the token is known here, so that a confirmation never overtakes it.
 */
final class InFlight {

    private final Map<DataTransportToken, Integer> messages = new HashMap<>();

    synchronized void restore(List<StoredMessage> unconfirmed) {
        messages.clear();
        unconfirmed.forEach(
                message -> message.getDataTransportToken().ifPresent(token -> messages.put(token, message.getId())));
    }

    synchronized void put(DataTransportToken token, int messageId) {
        messages.put(token, messageId);
    }

    /** @return the message, or null when the token is not known */
    synchronized Integer remove(DataTransportToken token) {
        return messages.remove(token);
    }

    synchronized void clear() {
        messages.clear();
    }

    synchronized int size() {
        return messages.size();
    }
}
