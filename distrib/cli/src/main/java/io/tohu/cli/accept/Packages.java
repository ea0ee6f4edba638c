/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import io.tohu.cli.process.Layout;
import io.tohu.packaging.BundleFile;
import io.tohu.packaging.DeploymentPackageFile;
import io.tohu.packaging.NextVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deployment packages that are installed, in this order.
 *
 * @param shipped what the checkout has built
 * @param next packages under a higher version, by name; the model's has a higher version of the model too
 */
record Packages(List<Shipped> shipped, Map<String, Shipped> next) {

    static final String SERIAL = "tohu-serial";
    static final String FIELD = "tohu-field";
    static final String AI = "tohu-ai";
    static final String MODEL = "tohu-model-pump";

    private static final String NEXT = "9.0.0";
    private static final Pattern FACTORY = Pattern.compile("<Designate [^>]*factoryPid=\"([^\"]+)\"");

    /** A package's file and what it says about itself. */
    record Shipped(Path file, DeploymentPackageFile content) {

        String name() {
            return content.name();
        }

        String version() {
            return content.version();
        }

        static Shipped of(Path file) throws IOException {
            return new Shipped(file, DeploymentPackageFile.read(file));
        }
    }

    /**
     * Reads what the checkout has built.
     *
     * @param nativeFeature the feature with the native library for the gateway's processor
     * @param folder where the next versions are written
     */
    static Packages of(Layout layout, String nativeFeature, Path folder) throws IOException {
        List<Shipped> shipped = new ArrayList<>();
        for (String feature : List.of(nativeFeature, "serial", "field", "ai", "model-pump")) {
            shipped.add(Shipped.of(layout.feature(feature)));
        }
        NextVersion next = new NextVersion(folder.resolve("next"), NEXT);
        return new Packages(
                List.copyOf(shipped),
                Map.of(
                        shipped.get(0).name(),
                        Shipped.of(next.of(layout.feature(nativeFeature))),
                        SERIAL,
                        Shipped.of(next.of(layout.feature("serial"))),
                        FIELD,
                        Shipped.of(next.of(layout.feature("field"))),
                        AI,
                        Shipped.of(next.of(layout.feature("ai"))),
                        MODEL,
                        Shipped.of(next.ofModel(layout.feature("model-pump")))));
    }

    /** A package under a higher version. */
    Shipped next(String name) {
        return next.get(name);
    }

    /** The packages with native libraries, which a JVM loads once. */
    List<String> natives() {
        return List.of(shipped.get(0).name(), SERIAL);
    }

    Shipped named(String name) {
        return shipped.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    List<Path> files() {
        return shipped.stream().map(Shipped::file).toList();
    }

    List<BundleFile> bundles() {
        return shipped.stream().flatMap(p -> p.content().bundles().stream()).toList();
    }

    /** The pids of the factories whose forms the bundles bring. */
    Set<String> factories() {
        Set<String> factories = new TreeSet<>();
        bundles().forEach(bundle -> factories.addAll(factories(bundle)));
        return factories;
    }

    private static Set<String> factories(BundleFile bundle) {
        Set<String> factories = new TreeSet<>();
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bundle.content()))) {
            for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                if (e.getName().startsWith("OSGI-INF/metatype/") && e.getName().endsWith(".xml")) {
                    Matcher found = FACTORY.matcher(new String(jar.readAllBytes(), StandardCharsets.UTF_8));
                    while (found.find()) {
                        factories.add(found.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return factories;
    }
}
