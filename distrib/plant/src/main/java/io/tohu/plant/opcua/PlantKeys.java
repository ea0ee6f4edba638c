/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.opcua;

import io.tohu.plant.PlantException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * The key with which the plant's OPC UA server proves who it is. A plant that is to be the same after a restart keeps it
 * in a file; the file's password is known to all, since a simulated plant guards nothing.
 */
record PlantKeys(KeyPair keys, X509Certificate certificate) {

    private static final char[] PASSWORD = "plant".toCharArray();
    private static final String ALIAS = "server";
    private static final Duration VALID = Duration.ofDays(3650);
    private static final int BITS = 2048;

    /** The keys of the file, which is made when there is none; new ones when no file is given. */
    static PlantKeys of(Optional<Path> file, String applicationUri, String bind) throws PlantException {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                return load(file.get());
            }
            PlantKeys made = make(applicationUri, bind);
            if (file.isPresent()) {
                made.save(file.get());
            }
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new PlantException(
                    "the key of the OPC UA server cannot be " + (file.isPresent() ? "kept in " + file.get() : "made")
                            + ": " + e.getMessage(),
                    e);
        }
    }

    private static PlantKeys load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
        PrivateKey key = (PrivateKey) store.getKey(ALIAS, PASSWORD);
        if (certificate == null || key == null) {
            throw new IOException("it has no key named " + ALIAS);
        }
        return new PlantKeys(new KeyPair(certificate.getPublicKey(), key), certificate);
    }

    private void save(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, new Certificate[] {certificate});
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    private static PlantKeys make(String applicationUri, String bind) throws IOException, GeneralSecurityException {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(BITS);
        Instant now = Instant.now();
        Set<String> names = new LinkedHashSet<>(List.of("localhost"));
        Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1"));
        (isAddress(bind) ? addresses : names).add(bind);
        try {
            X509Certificate certificate = new SelfSignedCertificateGenerator()
                    .generateSelfSigned(
                            keys,
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(VALID)),
                            "Tohu plant",
                            "Tohu",
                            null,
                            null,
                            null,
                            null,
                            applicationUri,
                            List.copyOf(names),
                            List.copyOf(addresses),
                            "SHA256withRSA");
            return new PlantKeys(keys, certificate);
        } catch (IOException | GeneralSecurityException e) {
            throw e;
        } catch (Exception e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static boolean isAddress(String bind) throws IOException {
        return InetAddress.getByName(bind).getHostAddress().equals(bind);
    }
}
