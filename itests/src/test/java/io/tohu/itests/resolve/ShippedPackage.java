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

import io.tohu.cli.process.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A deployment package as the build made it. */
record ShippedPackage(Path file, List<ShippedBundle> bundles) {

    /** Every package that the build made. */
    static List<ShippedPackage> all() {
        Path features = Layout.ofThisCheckout().home().resolve("features");
        try (Stream<Path> files = Files.walk(features, 3)) {
            List<ShippedPackage> packages = files.filter(f -> f.toString().endsWith(".dp"))
                    .sorted()
                    .map(ShippedPackage::read)
                    .toList();
            if (packages.isEmpty()) {
                throw new IllegalStateException("no .dp below " + features + ": build features/ first (mvn verify)");
            }
            return packages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it goes on gateways with that processor: those of another one have its name at the end of theirs. */
    boolean isFor(Processor processor) {
        String name = file.getFileName().toString();
        return Stream.of(Processor.values()).noneMatch(other -> other != processor && name.contains(other.suffix()));
    }

    private static ShippedPackage read(Path file) {
        List<ShippedBundle> bundles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    byte[] content = zip.readAllBytes();
                    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
                        bundles.add(ShippedBundle.of(jar.getManifest(), content));
                    }
                }
            }
            return new ShippedPackage(file, bundles);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
