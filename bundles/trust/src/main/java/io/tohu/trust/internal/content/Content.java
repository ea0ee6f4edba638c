/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.content;

import io.tohu.trust.internal.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** Files by name, as those who will use them see them. */
public interface Content extends Closeable {

    /** Names of all files, no directories, in the order of the archive where it has one. */
    Set<String> names();

    /**
     * Reads a file into a receiver.
     *
     * @throws IOException when it cannot be read, or is not there
     * @throws RefusedException when it is larger than the limits allow
     */
    void read(String name, Receiver receiver) throws IOException, RefusedException;

    /** Takes content piece by piece. */
    @FunctionalInterface
    interface Receiver {
        void take(byte[] buffer, int length);
    }
}
