/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tohu.modbus.internal.peer.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Two serial ports with a cable between them, made by socat. */
final class PtyPair {

    private final Path near;
    private final Path far;
    private Process socat;

    private PtyPair(Path folder) {
        near = folder.resolve("near");
        far = folder.resolve("far");
    }

    /** Not plugged in yet. The test is skipped where there is no socat. */
    static PtyPair in(Path folder) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, "socat"))),
                "no socat on this machine: serial lines are not tested (on Debian: apt-get install socat)");
        return new PtyPair(folder);
    }

    PtyPair plugIn() throws IOException {
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)
                .inheritIO()
                .start();
        Await.until("socat has made its ports", () -> Files.exists(near) && Files.exists(far));
        return this;
    }

    /** For the driver. */
    String near() {
        return near.toString();
    }

    /** For the device. */
    Path far() {
        return far;
    }

    void unplug() throws InterruptedException {
        if (socat != null) {
            socat.destroy();
            socat.waitFor(5, TimeUnit.SECONDS);
        }
    }
}
