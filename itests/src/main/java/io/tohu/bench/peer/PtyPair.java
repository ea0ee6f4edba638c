/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two ends of a serial line without wire: what is written to one is read from the other. Made by socat. */
public final class PtyPair implements AutoCloseable {

    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL_MILLIS = 20;

    private final Path near;
    private final Path far;
    private final Process socat;

    /**
     * @param folder where the two ends appear
     * @throws IOException when socat is not installed or makes no ends
     */
    public PtyPair(Path folder) throws IOException, InterruptedException {
        near = folder.resolve("near");
        far = folder.resolve("far");
        try {
            socat = new ProcessBuilder("socat", "PTY,raw,echo=0,link=" + near, "PTY,raw,echo=0,link=" + far)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("socat is needed for serial lines, on Debian in the package of that name", e);
        }
        long deadline = System.nanoTime() + READY_NANOS;
        while (!Files.exists(near) || !Files.exists(far)) {
            if (System.nanoTime() > deadline || socat.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("socat makes no serial line in " + folder);
            }
        }
    }

    /** The end for the driver. */
    public Path near() {
        return near;
    }

    /** The end for the device. */
    public Path far() {
        return far;
    }

    @Override
    public void close() {
        socat.destroy();
    }
}
