/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.FileDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory of a queue, held by this process alone: two writers would destroy each other's log. */
final class Directory implements DiskSource {

    private static final String LOCK = "lock";

    private final Path path;
    private final StoredKey key;

    /** @param key the queue's key, null when it has none and needs none */
    Directory(Path path, StoredKey key) {
        this.path = path;
        this.key = key;
    }

    @Override
    public OpenDisk open() throws IOException {
        FileDisk disk = new FileDisk(path);
        String holder = "io.tohu.outbox.holds:" + path.toAbsolutePath().normalize();
        // a second channel on the lock file would give the first one's lock away when it is closed: ask before
        if (System.getProperties().putIfAbsent(holder, "") != null) {
            throw new IOException(path + " is still in use by another outbox of this gateway; give each its own name");
        }
        boolean interrupted = Thread.interrupted();
        try {
            FileChannel channel = lock();
            try {
                return new OpenDisk(
                        disk,
                        () -> {
                            channel.close();
                            System.getProperties().remove(holder);
                        },
                        key.read(path),
                        key.isWanted());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            System.getProperties().remove(holder);
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel lock() throws IOException {
        Path file = path.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException(path + " is in use by process " + Files.readString(file)
                    + "; stop it, or give this gateway a data directory of its own");
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }
}
