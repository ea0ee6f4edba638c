/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** With what this tool proves to a server who it is. */
record BrowserKeys(KeyPair keys, X509Certificate certificate) {

    private static final int BITS = 2048;
    private static final String ALIAS = "browse";

    /** The file guards itself: only its owner may read it, so that its password adds nothing. */
    private static final char[] PASSWORD = "browse".toCharArray();

    /** @param file where they are kept, made when it is not there */
    static BrowserKeys of(Optional<Path> file, String applicationUri) throws IOException {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                return load(file.get());
            }
            BrowserKeys made = make(applicationUri);
            if (file.isPresent()) {
                made.save(file.get());
            }
            return made;
        } catch (Exception e) {
            throw new IOException(
                    "no key for this tool" + file.map(f -> " in " + f).orElse("") + ": " + e.getMessage(), e);
        }
    }

    private static BrowserKeys load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
        if (certificate == null) {
            throw new IOException("it has no entry " + ALIAS);
        }
        PrivateKey key = (PrivateKey) store.getKey(ALIAS, PASSWORD);
        return new BrowserKeys(new KeyPair(certificate.getPublicKey(), key), certificate);
    }

    private static BrowserKeys make(String applicationUri) throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(BITS);
        X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                .setCommonName("Tohu browse")
                .setOrganization("Tohu")
                .setApplicationUri(applicationUri)
                .addDnsName("localhost")
                .build();
        return new BrowserKeys(keys, certificate);
    }

    private void save(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, new Certificate[] {certificate});
        Files.createFile(file);
        if (!file.toFile().setReadable(false, false) || !file.toFile().setReadable(true, true)) {
            System.err.println(file + ": anybody on this machine may read it");
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }
}
