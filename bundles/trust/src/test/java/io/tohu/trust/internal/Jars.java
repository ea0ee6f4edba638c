/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.JarFileSigner;
import io.tohu.packaging.PackageSigner;
import io.tohu.packaging.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Bundles and packages that tests sign and damage. */
final class Jars {

    static final String MANIFEST = "META-INF/MANIFEST.MF";
    static final String CARD = "model/card.json";

    private Jars() {}

    /** A bundle without code, like a model. */
    static Path bundle(Path folder, String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                MANIFEST,
                text("Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + name
                        + "\r\nBundle-Version: 1.0.0\r\n\r\n"));
        entries.put("model/", new byte[0]);
        entries.put(CARD, text("{\"limit\":1}"));
        entries.put("model/model.onnx", text("graph ".repeat(500)));
        entries.put("META-INF/services/x.Y", text("x.Z"));
        return write(folder.resolve(name + ".jar"), entries);
    }

    static Path signedBundle(Path folder, String name, SigningKey key) throws IOException {
        Path jar = bundle(folder, name);
        JarFileSigner.sign(jar, jar, key, JarFileSigner.NAME);
        return jar;
    }

    static Path dp(Path folder, String name) throws IOException {
        return DeploymentPackageWriter.write(
                folder, name, "1.0.0", List.of(bundle(folder, name + ".a"), bundle(folder, name + ".b")));
    }

    static Path signedDp(Path folder, String name, SigningKey key) throws IOException {
        Path dp = dp(folder, name);
        PackageSigner.sign(dp, dp, key);
        return dp;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> read(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    /** Another file with one entry changed, added (when there is none of the name) or removed (content null). */
    static Path with(Path zip, String entry, byte[] content) throws IOException {
        Map<String, byte[]> entries = read(zip);
        if (content == null) {
            entries.remove(entry);
        } else {
            entries.put(entry, content);
        }
        return write(zip.resolveSibling("changed-" + zip.getFileName()), entries);
    }
}
