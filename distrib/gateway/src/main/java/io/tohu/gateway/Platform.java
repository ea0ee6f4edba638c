/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bundles of a gateway's own platform, by start level.
 *
 * @param bundles start level → jars, from {@code platform/<NN>/}; 00 is the framework itself and not among them
 */
record Platform(SortedMap<Integer, List<Path>> bundles) {

    static Platform read(Path home) throws IOException {
        SortedMap<Integer, List<Path>> bundles = new TreeMap<>();
        for (Path directory : list(home.resolve("platform"))) {
            String name = directory.getFileName().toString();
            if (name.matches("\\d\\d") && !name.equals("00")) {
                bundles.put(
                        Integer.valueOf(name),
                        list(directory).stream()
                                .filter(file -> file.toString().endsWith(".jar"))
                                .toList());
            }
        }
        if (bundles.isEmpty()) {
            throw new IOException("no bundles in " + home.resolve("platform") + "/01 and up");
        }
        return new Platform(bundles);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
