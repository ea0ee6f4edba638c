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

import java.io.Closeable;
import java.io.IOException;

/** Opens the directory of a queue for this process alone. */
@FunctionalInterface
public interface DiskSource {

    /**
     * @throws IOException with a sentence that says why it cannot be had: no access, in use by another process, no key
     */
    OpenDisk open() throws IOException;

    /**
     * A directory that belongs to this process until the hold is closed.
     *
     * @param key 32 bytes with which messages are or were encrypted; null when there is none
     * @param encrypt whether new messages are encrypted
     */
    record OpenDisk(Disk disk, Closeable hold, byte[] key, boolean encrypt) {}
}
