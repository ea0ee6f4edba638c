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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/** Signs jar files as the JDK's {@code jarsigner} does. */
public final class JarFileSigner {

    /** Name of the signature's files in {@code META-INF}, where the caller has no other. */
    public static final String NAME = "TOHU";

    private JarFileSigner() {}

    /**
     * Signs a jar file; a signature of the same name is replaced, others stay.
     *
     * @param jar what to sign
     * @param out the signed file, may be the same
     * @param name of the signature's files: up to 8 capital letters and digits
     */
    public static void sign(Path jar, Path out, SigningKey key, String name) throws IOException {
        Files.write(out, signed(jar, key, name));
    }

    static byte[] signed(byte[] jar, SigningKey key) throws IOException {
        Path file = Files.createTempFile("tohu", ".jar");
        try {
            Files.write(file, jar);
            return signed(file, key, NAME);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] signed(Path jar, SigningKey key, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(key.chain());
            new JarSigner.Builder(key.key(), path)
                    .digestAlgorithm("SHA-256")
                    .signerName(name)
                    .build()
                    .sign(zip, out);
        } catch (JarSignerException | GeneralSecurityException e) {
            throw new PackagingException("cannot sign " + jar + ": " + e.getMessage(), e);
        }
        return key.lists().isEmpty() ? out.toByteArray() : carrying(out.toByteArray(), key, name);
    }

    private static byte[] carrying(byte[] jar, SigningKey key, String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                boolean block = entry.getName().matches("META-INF/" + name + "\\.(RSA|EC|DSA)");
                entries.put(entry.getName(), block ? CmsSigner.carrying(content, key) : content);
            }
        }
        Path file = Files.createTempFile("tohu", ".jar");
        try {
            ReproducibleZip.write(file, entries);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
