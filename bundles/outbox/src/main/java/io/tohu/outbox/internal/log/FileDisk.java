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
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A directory of the file system. */
public final class FileDisk implements Disk {

    private final Path directory;

    /** Creates the directory when it is not there. */
    public FileDisk(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new OpenFile(directory.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    @Override
    public void force() throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public long usable() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    /**
     * Kura interrupts threads that are inside a store; an ordinary file channel is closed by that. An asynchronous one
     * whose tasks run in the caller's thread is not.
     */
    private static final class OpenFile implements DiskFile {

        /** The runtime keeps a buffer outside the heap for each thread, as large as the largest piece. */
        private static final int PIECE = 1 << 16;

        private final AsynchronousFileChannel channel;

        OpenFile(Path file) throws IOException {
            channel = AsynchronousFileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    new CallerRuns());
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            int end = source.limit();
            long offset = position - source.position();
            while (source.position() < end) {
                source.limit(Math.min(end, source.position() + PIECE));
                done(channel.write(source, offset + source.position()));
            }
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            int end = target.limit();
            long offset = position - target.position();
            int count = 0;
            while (target.position() < end && count >= 0) {
                target.limit(Math.min(end, target.position() + PIECE));
                count = done(channel.read(target, offset + target.position()));
            }
            target.limit(end);
        }

        private static int done(Future<Integer> operation) throws IOException {
            try {
                return operation.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted in the middle of a file operation");
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
