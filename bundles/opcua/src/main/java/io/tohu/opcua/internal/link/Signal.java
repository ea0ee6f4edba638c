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

/**
 * Something that the thread of a link has to react to.
 *
 * @param kind what happened
 * @param source the session it is about, null for requests from outside; one about an older session is stale
 * @param reason why, for a loss
 */
record Signal(Kind kind, Connection source, String reason) {

    enum Kind {
        /** The session works again. */
        ACTIVE,
        /** The session cannot be used at the moment. */
        INACTIVE,
        /** The session is of no use any more. */
        BROKEN,
        /** The observer has something to do. */
        WORK,
        /** Somebody wants a connection now. */
        CONNECT,
        /** Keys or trust may have changed. */
        KEYS
    }

    static Signal request(Kind kind) {
        return new Signal(kind, null, null);
    }
}
