/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's key store, with its password sealed beside it. */
final class IdentityFile {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
    private static final String ALIAS = "client";
    private static final int PASSWORD_BYTES = 32;

    private final Path store;
    private final Path seal;
    private final Path published;
    private final String instance;
    private final Sealer sealer;

    IdentityFile(Path folder, String instance, Sealer sealer) {
        this.store = folder.resolve("client.p12");
        this.seal = folder.resolve("client.key");
        this.published = folder.resolve("client.der");
        this.instance = instance;
        this.sealer = sealer;
    }

    ClientIdentity loadOrCreate() throws PkiException {
        try {
            if (Files.exists(store)) {
                ClientIdentity identity = load();
                if (identity.certificate().getNotAfter().toInstant().isAfter(Instant.now())) {
                    return identity;
                }
                LOG.warn("{}: the client certificate has expired and is made anew", instance);
            }
            return create();
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    "the client's key in " + store + " cannot be used (" + e.getMessage()
                            + "): restore it, or delete it to have a new one made",
                    e);
        }
    }

    private ClientIdentity load() throws IOException, GeneralSecurityException, PkiException {
        char[] password = sealer.open(Files.readString(seal).trim().toCharArray());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(Files.readAllBytes(store)), password);
        if (!(keys.getKey(ALIAS, password) instanceof PrivateKey key)
                || !(keys.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
            throw new GeneralSecurityException("it has no key");
        }
        return new ClientIdentity(
                new KeyPair(certificate.getPublicKey(), key),
                List.of(certificate),
                ClientCertificates.applicationUri(certificate),
                published.toString());
    }

    private ClientIdentity create() throws IOException, GeneralSecurityException, PkiException {
        KeyPair pair = ClientCertificates.newKeys();
        X509Certificate certificate = ClientCertificates.selfSigned(pair, instance);
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        char[] password = Base64.getEncoder().encodeToString(random).toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, password);
        Files.createDirectories(store.getParent());
        replace(seal, new String(sealer.seal(password)).getBytes(StandardCharsets.UTF_8));
        replace(published, certificate.getEncoded());
        // Last: without it a half-made identity is made again.
        replace(store, bytes.toByteArray());
        LOG.info(
                "{}: made a client certificate, {}; the server has to trust it: {}",
                instance,
                Fingerprint.of(certificate),
                published);
        return new ClientIdentity(
                pair, List.of(certificate), ClientCertificates.applicationUri(certificate), published.toString());
    }

    /** Whole or not at all, readable for this user only. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
