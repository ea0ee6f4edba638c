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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Signs deployment packages: each bundle inside as a jar, so that it proves its origin alone, and the package as a whole.
 * DeploymentAdmin refuses a package with the files of a JAR signature, so the package's own signature is in its manifest:
 * a digest in each entry's section, and in the main section the header {@value #HEADER}, a detached signature (CMS,
 * base64) of the manifest's bytes without that header.
 */
public final class PackageSigner {

    /** Header of the main section that holds the signature. */
    public static final String HEADER = "Tohu-Signature";

    private static final String DIGEST = "SHA-256-Digest";

    private PackageSigner() {}

    /**
     * Signs a package; an earlier signature is replaced.
     *
     * @param dp what to sign
     * @param out the signed package, may be the same
     * @throws PackagingException when the file is not a deployment package
     */
    public static void sign(Path dp, Path out, SigningKey key) throws IOException {
        Map<String, byte[]> entries = entries(dp);
        byte[] manifest = entries.get(ManifestText.PATH);
        if (manifest == null || !entries.keySet().iterator().next().equals(ManifestText.PATH)) {
            throw new PackagingException(dp + " is not a deployment package: no manifest at its beginning");
        }
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                entry.setValue(JarFileSigner.signed(entry.getValue(), key));
            }
        }
        ManifestHeaders headers = ManifestHeaders.parse(manifest);
        headers.remove(HEADER);
        for (String name : headers.sections()) {
            byte[] content = entries.get(name);
            if (content == null) {
                throw new PackagingException(dp + " lacks " + name + ", which its manifest names");
            }
            headers.set(name, DIGEST, sha256(content));
        }
        byte[] signature = CmsSigner.sign(headers.bytes(), key);
        headers.set(HEADER, Base64.getEncoder().encodeToString(signature));
        entries.put(ManifestText.PATH, headers.bytes());
        ReproducibleZip.write(out, entries);
    }

    private static Map<String, byte[]> entries(Path dp) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(dp);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
