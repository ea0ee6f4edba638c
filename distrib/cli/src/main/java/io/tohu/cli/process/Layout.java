/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a built checkout keeps what the command line starts. */
public record Layout(Path home) {

    /** The checkout that {@code ./tohu} stands in. */
    public static Layout ofThisCheckout() {
        return new Layout(
                Path.of(System.getProperty("tohu.home", ".")).toAbsolutePath().normalize());
    }

    /** Class path of a module that starts as a process. */
    public String classPath(String module) {
        Path target = home.resolve(module).resolve("target");
        return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
    }

    /** A platform of the embedded gateway, {@code 5.6} or {@code 6.0}. */
    public Path platform(String level) {
        return home.resolve("distrib/gateway/target/gateway-" + level);
    }

    /** The deployment package of one feature. */
    public Path feature(String name) throws IOException {
        return only(name, ".dp");
    }

    /** The Debian package of one feature. */
    public Path deb(String name) throws IOException {
        return only(name, ".deb");
    }

    private Path only(String feature, String ending) throws IOException {
        Path target = home.resolve("features").resolve(feature).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> packages =
                    files.filter(f -> f.toString().endsWith(ending)).toList();
            if (packages.size() != 1) {
                throw new IOException(target + " should hold one " + ending + " file, not " + packages.size());
            }
            return packages.get(0);
        }
    }

    /** The feature with ONNX Runtime for this machine. */
    public String onnxRuntimeFeature() {
        return "onnxruntime-linux-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64");
    }

    /** The package with ONNX Runtime for this machine. */
    public Path onnxRuntime() throws IOException {
        return feature(onnxRuntimeFeature());
    }

    public Path demoSnapshot() {
        return home.resolve("kura-config/demo/snapshot.xml");
    }

    /** A folder for one run's files, emptied. */
    public Path emptied(String name) throws IOException {
        Path folder = home.resolve("target").resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
