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
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import io.tohu.cli.process.Layout;
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

/** A framework with the platform's bundles at their start levels, as the embedded gateway has them. */
final class TestGateway {

    /** As on Kura: packages start after the platform. */
    private static final int PACKAGE_LEVEL = 5;

    private static final int START_LEVEL = 6;

    private final Layout layout = Layout.ofThisCheckout();
    private final Path folder;
    private final List<Option> options = new ArrayList<>();

    TestGateway() throws IOException {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "gateway");
        options.add(junitBundles());
        options.add(frameworkStartLevel(START_LEVEL));
        options.add(frameworkProperty("osgi.clean").value("true"));
        options.add(systemProperty("pax.exam.osgi.unresolved.fail").value("true"));
        for (String name : List.of("home", "framework.config", "user.config", "snapshots", "packages", "data", "tmp")) {
            options.add(systemProperty("kura." + name)
                    .value(Files.createDirectories(folder.resolve(name)).toString()));
        }
        list(Path.of(System.getProperty("tohu.bundles"))).forEach(jar -> add(jar, 1));
        for (Path level : list(layout.platform(System.getProperty("tohu.level")).resolve("platform"))) {
            int number = Integer.parseInt(level.getFileName().toString());
            if (number > 0) {
                list(level).forEach(jar -> add(jar, number));
            }
        }
    }

    Layout layout() {
        return layout;
    }

    /** For files of the test; the gateway's own directories are in it too. */
    Path folder() {
        return folder;
    }

    /**
     * Adds every bundle of every package for this machine's processor, without DeploymentAdmin; but for those that judge
     * origins, since nothing here is signed.
     */
    TestGateway withAllPackages() throws IOException {
        for (Path dp : List.of(
                layout.onnxRuntime(),
                layout.feature("serial"),
                layout.feature("field"),
                layout.feature("outbox"),
                layout.feature("ai"),
                layout.feature("model-pump"))) {
            unpack(dp).forEach(jar -> add(jar, PACKAGE_LEVEL));
        }
        return this;
    }

    /** Adds every bundle of one package, without DeploymentAdmin. */
    TestGateway withPackage(String feature) throws IOException {
        unpack(layout.feature(feature)).forEach(jar -> add(jar, PACKAGE_LEVEL));
        return this;
    }

    /** Lets the gateway start with that configuration. */
    TestGateway withSnapshot(Path snapshot) throws IOException {
        Files.copy(snapshot, folder.resolve("snapshots/snapshot_0.xml"));
        return this;
    }

    TestGateway withBundle(Path jar) {
        add(jar, 1);
        return this;
    }

    /** Tells the test inside the framework something. */
    TestGateway withProperty(String name, Object value) {
        options.add(systemProperty(name).value(value.toString()));
        return this;
    }

    Option[] options() {
        return options.toArray(Option[]::new);
    }

    private void add(Path jar, int level) {
        options.add(bundle(jar.toUri().toString()).startLevel(level));
    }

    private List<Path> unpack(Path dp) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (InputStream in = Files.newInputStream(dp);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    Path jar = folder.resolve(entry.getName());
                    Files.copy(zip, jar);
                    jars.add(jar);
                }
            }
        }
        return jars;
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
