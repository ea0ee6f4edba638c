/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;

/** A bundle of a package: its identity and its bytes. */
public record BundleFile(String symbolicName, String version, byte[] content) {

    /**
     * Reads a bundle.
     *
     * @throws PackagingException when the file is not a bundle with a symbolic name and a version
     */
    static BundleFile read(Path file) throws IOException {
        return of(Files.readAllBytes(file), file.toString());
    }

    static BundleFile of(byte[] content, String file) throws IOException {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new PackagingException(file + " is not a bundle: no manifest at its beginning");
            }
            Attributes headers = manifest.getMainAttributes();
            return new BundleFile(
                    OsgiSyntax.symbolicName(withoutDirectives(headers.getValue("Bundle-SymbolicName")), file),
                    OsgiSyntax.version(trimmed(headers.getValue("Bundle-Version")), file),
                    content);
        }
    }

    /** The name of its entry in a package. */
    String entryName() {
        return symbolicName + "_" + version + ".jar";
    }

    private static String withoutDirectives(String symbolicName) {
        return symbolicName == null ? null : symbolicName.split(";", 2)[0].trim();
    }

    private static String trimmed(String version) {
        return version == null ? null : version.trim();
    }
}
