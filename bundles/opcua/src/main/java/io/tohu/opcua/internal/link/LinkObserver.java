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

/** What hangs on a link. Every method is called in the link's own thread, one at a time. */
public interface LinkObserver {

    /** A new session is there: whatever the server held for an older one is gone. */
    void connected(Connection connection);

    /** There is work to do with the session: something was asked for, or it is time for another try. */
    void tend(Connection connection);

    /** There is no usable session; called for each loss and for each try to connect that fails. */
    void lost(String reason);

    /** The same session is usable again after a loss, the server kept what it held. */
    void resumed(Connection connection);

    /** The session will not come back. */
    void retired(Connection connection);
}
