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
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One directory, as far as the log needs it: what a power cut may undo is exactly what has not been forced.
 *
 * <p>Contents of a file are safe after {@link DiskFile#force()}, names after {@link #force()}.
 */
public interface Disk {

    /** Names of the files that are there. */
    List<String> list() throws IOException;

    /** Opens a file for reading and writing, and creates it when it is not there. */
    DiskFile open(String name) throws IOException;

    /** Gives a file another name; an existing file of that name is replaced. */
    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Makes creations, renames and deletions outlast a power cut. */
    void force() throws IOException;

    /** Bytes that can still be written to the file system. */
    long usable() throws IOException;

    /** Where it is, for messages. */
    @Override
    String toString();

    /** An open file. Reads and writes are at positions, so that threads do not disturb each other. */
    interface DiskFile extends Closeable {

        /** Writes all that remains in the buffer. */
        void write(ByteBuffer source, long position) throws IOException;

        /** Fills what remains in the buffer, or as much as there is. */
        void read(ByteBuffer target, long position) throws IOException;

        /** Makes everything that was written outlast a power cut. */
        void force() throws IOException;

        long size() throws IOException;
    }
}
