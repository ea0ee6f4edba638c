/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed at random points of arrivals, trials, promotions and rollbacks. */
class PowerCutTest {

    private static final int CUTS = Boolean.getBoolean("tohu.full") ? 100 : 20;
    private static final int LONGEST_LIFE_MILLIS = 250;

    @TempDir
    Path folder;

    @Test
    void afterEachCutAVersionIsActiveAndComputesBeforeAnyBundleIsBack() throws Exception {
        Random random = new Random();
        long seed = random.nextLong();
        random.setSeed(seed);
        Files.createDirectories(folder);
        for (int cut = 0; cut <= CUTS; cut++) {
            Path log = folder.resolve("log-" + cut);
            Process gateway = start(cut == 0 ? "first" : "again", log);
            try (BufferedReader out = gateway.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine())
                        .as("start %d, seed %d: %s", cut, seed, Files.readString(log))
                        .startsWith("working with ");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE_MILLIS)));
            } finally {
                gateway.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(String mode, Path log) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutGateway.class.getName(),
                        mode,
                        folder.toString()))
                .redirectError(log.toFile())
                .start();
    }
}
