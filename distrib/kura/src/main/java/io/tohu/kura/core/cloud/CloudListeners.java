/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;

/** Who is told of a cloud connection's ups and downs and of confirmed messages. */
final class CloudListeners {

    private final Set<CloudConnectionListener> connection = new CopyOnWriteArraySet<>();
    private final Set<AppPublisher> publishers = new CopyOnWriteArraySet<>();

    void add(CloudConnectionListener listener) {
        connection.add(listener);
    }

    void remove(CloudConnectionListener listener) {
        connection.remove(listener);
    }

    /** Adds a publisher, which is told of both. */
    void add(AppPublisher publisher) {
        publishers.add(publisher);
        connection.add(publisher);
    }

    void remove(AppPublisher publisher) {
        publishers.remove(publisher);
        connection.remove(publisher);
    }

    void tell(Consumer<CloudConnectionListener> what) {
        connection.forEach(what);
    }

    void tellConfirmed(String messageId, String topic) {
        publishers.forEach(publisher -> publisher.onMessageConfirmed(messageId, topic));
    }
}
