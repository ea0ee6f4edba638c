/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Kura's real API as its list gives it: one line a type or member, made comparable.
 *
 * <p>Type arguments are dropped and thrown types sorted, since neither matters to a caller's class file.
 */
record ApiLines(Map<String, String> packages, Map<String, Set<String>> linesByType, Map<String, String> roles) {

    static ApiLines read(Path api, Path roles) throws IOException {
        List<String> lines = Files.readAllLines(api);
        Map<String, String> packages = lines.stream()
                .filter(l -> l.startsWith("PACKAGE "))
                .map(l -> l.split(" "))
                .collect(Collectors.toMap(p -> p[1], p -> p[2]));
        Map<String, Set<String>> byType = lines.stream()
                .filter(l -> l.contains("  "))
                .collect(Collectors.groupingBy(
                        l -> l.substring(0, l.indexOf("  ")),
                        TreeMap::new,
                        Collectors.mapping(ApiLines::comparable, Collectors.toCollection(TreeSet::new))));
        Map<String, String> roleByType = Files.readAllLines(roles).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split(" "))
                .collect(Collectors.toMap(p -> p[1], p -> p[0]));
        return new ApiLines(packages, byType, roleByType);
    }

    static String comparable(String line) {
        if (line.contains("  TYPE ")) {
            return eraseTypeArguments(line);
        }
        int at = line.indexOf(" throws ");
        if (at < 0) {
            return line;
        }
        String thrown = Arrays.stream(line.substring(at + " throws ".length()).split(", *"))
                .sorted()
                .collect(Collectors.joining(","));
        return line.substring(0, at) + " throws " + thrown;
    }

    private static String eraseTypeArguments(String line) {
        Function<String, String> innermost = s -> s.replaceAll("<[^<>]*>", "");
        String before = line;
        String after = innermost.apply(before);
        while (!after.equals(before)) {
            before = after;
            after = innermost.apply(before);
        }
        return after;
    }
}
