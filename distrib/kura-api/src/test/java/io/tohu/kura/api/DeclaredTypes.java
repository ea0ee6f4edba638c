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
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;

/** What this module declares, found in its compiled classes. */
final class DeclaredTypes {

    private static final Pattern EXPORT = Pattern.compile("([\\w.]+);version=\"([^\"]+)\"");

    private DeclaredTypes() {}

    static List<DeclaredType> all() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(f -> classes.relativize(f).toString())
                    .filter(f -> f.endsWith(".class") && !f.endsWith("package-info.class"))
                    .map(f -> f.substring(0, f.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .map(DeclaredTypes::load)
                    .filter(t -> Modifier.isPublic(t.type().getModifiers()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exported packages with their versions, from the bundle's manifest. */
    static Map<String, String> packages() throws IOException {
        try (var in = Files.newInputStream(classes().resolve("META-INF/MANIFEST.MF"))) {
            String exports = new Manifest(in).getMainAttributes().getValue("Export-Package");
            Matcher m = EXPORT.matcher(exports);
            Map<String, String> versions = new TreeMap<>();
            while (m.find()) {
                versions.put(m.group(1), m.group(2));
            }
            return versions;
        }
    }

    private static DeclaredType load(String name) {
        try {
            return new DeclaredType(Class.forName(name, false, DeclaredTypes.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(KuraException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
