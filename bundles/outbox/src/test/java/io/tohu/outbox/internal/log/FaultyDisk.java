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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A real directory whose writes and flushes fail while a test wants them to. */
final class FaultyDisk implements Disk {

    private final Disk disk;
    private volatile String writes;
    private volatile String flushes;
    private volatile long usable = 1L << 40;

    FaultyDisk(Disk disk) {
        this.disk = disk;
    }

    /** @param reason what the operating system would say; null to work again */
    void failWrites(String reason) {
        writes = reason;
    }

    void failFlushes(String reason) {
        flushes = reason;
    }

    void usable(long bytes) {
        usable = bytes;
    }

    private static void fail(String reason) throws IOException {
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public DiskFile open(String name) throws IOException {
        DiskFile file = disk.open(name);
        return new DiskFile() {
            @Override
            public void write(ByteBuffer source, long position) throws IOException {
                fail(writes);
                file.write(source, position);
            }

            @Override
            public void read(ByteBuffer target, long position) throws IOException {
                file.read(target, position);
            }

            @Override
            public void force() throws IOException {
                fail(flushes);
                file.force();
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void rename(String from, String to) throws IOException {
        fail(writes);
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void force() throws IOException {
        fail(flushes);
        disk.force();
    }

    @Override
    public long usable() {
        return usable;
    }

    @Override
    public String toString() {
        return disk.toString();
    }
}
