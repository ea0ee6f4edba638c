/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The command line as a person starts it, on free ports.
 *
 * @param log where its output goes
 */
public record TohuProcess(Layout layout, Path log) {

    private static final long MINUTES = 5;

    /** Runs a command to its end and returns the exit code. */
    public int run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtohu.home=" + layout.home(),
                "-cp",
                layout.classPath("distrib/cli"),
                "io.tohu.cli.Main"));
        command.addAll(options);
        command.add("--port-base=" + fourFreePorts());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("tohu " + options + " ends; its output is in " + log)
                    .isTrue();
        } finally {
            process.destroy();
        }
        return process.exitValue();
    }

    /** Somewhere by chance: two that run at once must not choose the same before either binds them. */
    private static int fourFreePorts() {
        return IntStream.generate(() -> 21000 + 10 * ThreadLocalRandom.current().nextInt(1000))
                .limit(1000)
                .filter(base -> IntStream.range(base, base + 4).allMatch(TohuProcess::free))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
