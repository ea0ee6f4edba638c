/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ext4 file system in a file, of which nobody else writes; where that cannot be had, an ordinary directory. */
final class ScratchFileSystem implements AutoCloseable {

    private static final long BYTES = 1L << 30;

    private final Path directory;
    private final Path image;
    private final boolean mounted;

    ScratchFileSystem(Path folder) throws IOException {
        directory = Files.createDirectories(folder.resolve("mount"));
        image = folder.resolve("ext4.img");
        try (var file = new java.io.RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        mounted = run("mkfs.ext4", "-q", "-F", image.toString())
                && run("mount", "-o", "loop", image.toString(), directory.toString());
    }

    Path directory() {
        return directory;
    }

    String describe() {
        return mounted ? "ext4 of its own" : "shared file system, with what others write";
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            run("umount", directory.toString());
        }
        Files.deleteIfExists(image);
    }
}
