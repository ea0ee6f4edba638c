/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

/** The queue was closed: what is given to it now would be lost. */
public final class QueueClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    QueueClosedException() {
        super("the message store is closed");
    }
}
