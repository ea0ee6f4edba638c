/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** Tells the link's thread what becomes of one session. */
final class SessionWatch implements SessionActivityListener {

    private final Connection connection;
    private final NodeId sessionId;
    private final Consumer<Signal> signals;

    SessionWatch(Connection connection, NodeId sessionId, Consumer<Signal> signals) {
        this.connection = connection;
        this.sessionId = sessionId;
        this.signals = signals;
    }

    @Override
    public void onSessionActive(UaSession session) {
        if (session.getSessionId().equals(sessionId)) {
            signals.accept(new Signal(Signal.Kind.ACTIVE, connection, null));
        } else {
            // The stack made a new session by itself: namespaces, limits and subscriptions are to be built anew.
            signals.accept(new Signal(Signal.Kind.BROKEN, connection, "the server does not know the session any more"));
        }
    }

    @Override
    public void onSessionInactive(UaSession session) {
        signals.accept(new Signal(Signal.Kind.INACTIVE, connection, "the connection was lost"));
    }
}
