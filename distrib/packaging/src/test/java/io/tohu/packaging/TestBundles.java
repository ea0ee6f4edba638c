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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small jars whose manifest has just the given lines. */
final class TestBundles {

    private TestBundles() {}

    static Path jar(Path file, String... headers) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            String manifest = "Manifest-Version: 1.0\n" + String.join("\n", headers) + "\n\n";
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    static Path bundle(Path file, String name, String version) throws IOException {
        return jar(file, "Bundle-ManifestVersion: 2", "Bundle-SymbolicName: " + name, "Bundle-Version: " + version);
    }
}
