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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Something that keeps messages; {@link #store} returns when the message is kept as well as this one can. */
interface Contender extends AutoCloseable {

    String TOPIC = "#account-name/#client-id/W1/A1/pump";

    void store(byte[] payload) throws IOException;

    @Override
    void close() throws IOException;

    /** Makes one in an empty directory. */
    @FunctionalInterface
    interface Maker {
        Contender in(Path directory) throws IOException;
    }

    /** An empty directory. */
    static Path empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(directory)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                if (!file.equals(directory)) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(directory);
    }
}
