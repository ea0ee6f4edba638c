/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.deb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Debian package as dpkg-deb sees it. */
record DebFile(Path file) {

    /** Whether this machine has dpkg-deb. */
    static boolean readable() throws InterruptedException {
        try {
            dpkgDeb("--version");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String field(String name) throws IOException, InterruptedException {
        return dpkgDeb("--field", file.toString(), name).strip();
    }

    /** One line a file or directory: mode, owner, size, time in UTC, path. */
    List<String> contents() throws IOException, InterruptedException {
        return dpkgDeb("--contents", file.toString()).lines().toList();
    }

    void unpack(Path folder) throws IOException, InterruptedException {
        dpkgDeb("--extract", file.toString(), folder.toString());
    }

    private static String dpkgDeb(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dpkg-deb"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("TZ", "UTC", "LC_ALL", "C"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": " + said);
        }
        return said;
    }
}
