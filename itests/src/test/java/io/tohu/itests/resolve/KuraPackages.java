/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Packages that a gateway exports, with their versions (several where several bundles export one).
 *
 * @param kura the release of Kura
 */
record KuraPackages(String kura, Map<String, Set<String>> versions) {

    /** The project's own table: the packages that its bundles import from a gateway. */
    static KuraPackages table(String kura) throws IOException {
        Properties lines = new Properties();
        try (InputStream in = KuraPackages.class.getResourceAsStream("/kura-packages-" + kura + ".properties")) {
            lines.load(in);
        }
        Map<String, Set<String>> versions = new TreeMap<>();
        lines.forEach((name, list) -> versions.put(
                name.toString(), new TreeSet<>(Set.of(list.toString().split(",")))));
        return new KuraPackages(kura, versions);
    }

    /** Everything that a booted gateway exported: lines {@code name version <- bundle}. */
    static KuraPackages recorded(String kura, Path file) throws IOException {
        return new KuraPackages(
                kura,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" +"))
                        .collect(Collectors.groupingBy(
                                parts -> parts[0],
                                TreeMap::new,
                                Collectors.mapping(parts -> parts[1], Collectors.toCollection(TreeSet::new)))));
    }
}
