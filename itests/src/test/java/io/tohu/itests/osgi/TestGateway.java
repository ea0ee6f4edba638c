/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ops4j.pax.exam.Option;

/**
 * A framework with everything that a gateway has: the platform's bundles at their start levels, as the embedded gateway
 * has them, and every bundle of every package for this machine's processor.
 */
final class TestGateway {

    /** As on Kura: packages start after the platform. */
    private static final int PACKAGE_LEVEL = 5;

    private static final int START_LEVEL = 6;

    private TestGateway() {}

    static Option[] withAllPackages() {
        Path storage = temporary();
        List<Option> options = new ArrayList<>(List.of(
                junitBundles(),
                frameworkStartLevel(START_LEVEL),
                frameworkProperty("osgi.clean").value("true"),
                systemProperty("pax.exam.osgi.unresolved.fail").value("true")));
        for (String name : List.of("home", "framework.config", "user.config", "snapshots", "packages", "data", "tmp")) {
            options.add(systemProperty("kura." + name).value(directory(storage, name)));
        }
        testBundles().forEach(jar -> options.add(bundle(jar.toUri().toString()).startLevel(1)));
        platform(options);
        packages(storage)
                .forEach(jar -> options.add(bundle(jar.toUri().toString()).startLevel(PACKAGE_LEVEL)));
        return options(options.toArray(Option[]::new));
    }

    private static void platform(List<Option> options) {
        Path platform = Path.of(System.getProperty("tohu.platform"));
        for (Path level : list(platform)) {
            int number = Integer.parseInt(level.getFileName().toString());
            if (number > 0) {
                list(level)
                        .forEach(jar ->
                                options.add(bundle(jar.toUri().toString()).startLevel(number)));
            }
        }
    }

    private static List<Path> testBundles() {
        return list(Path.of(System.getProperty("tohu.bundles")));
    }

    /** The bundles of the packages, unpacked. */
    private static List<Path> packages(Path storage) {
        String other = System.getProperty("os.arch").equals("aarch64") ? "linux-x64" : "linux-aarch64";
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tohu.features")), 3)) {
            for (Path dp : files.filter(f -> f.toString().endsWith(".dp"))
                    .filter(f -> !f.toString().contains(other))
                    .sorted()
                    .toList()) {
                jars.addAll(unpack(dp, storage));
            }
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> unpack(Path dp, Path storage) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (InputStream in = Files.newInputStream(dp);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    Path jar = storage.resolve(entry.getName());
                    Files.copy(zip, jar);
                    jars.add(jar);
                }
            }
        }
        return jars;
    }

    private static String directory(Path storage, String name) {
        try {
            return Files.createDirectories(storage.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
