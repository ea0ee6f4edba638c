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

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.security.keystore.KeystoreService;

/** What a driver needs of one Kura keystore. */
final class KeystoreEntries {

    private final String pid;
    private final KeystoreFinder keystores;

    KeystoreEntries(String pid, KeystoreFinder keystores) {
        this.pid = pid;
        this.keystores = keystores;
    }

    ClientIdentity client(String alias) throws PkiException {
        KeyStore.PrivateKeyEntry entry = key(alias);
        List<X509Certificate> chain = chain(entry, alias);
        X509Certificate certificate = chain.get(0);
        try {
            return new ClientIdentity(
                    new KeyPair(certificate.getPublicKey(), entry.getPrivateKey()),
                    chain,
                    ClientCertificates.applicationUri(certificate),
                    name(alias));
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    name(alias) + " cannot be this client's certificate: it has no application URI among its"
                            + " alternative names, which OPC UA servers ask for",
                    e);
        }
    }

    UserIdentity user(String alias) throws PkiException {
        KeyStore.PrivateKeyEntry entry = key(alias);
        return new UserIdentity(entry.getPrivateKey(), chain(entry, alias));
    }

    Collection<X509Certificate> trusted() throws PkiException {
        return read(KeystoreService::getEntries).values().stream()
                .filter(KeyStore.TrustedCertificateEntry.class::isInstance)
                .map(entry -> ((KeyStore.TrustedCertificateEntry) entry).getTrustedCertificate())
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
    }

    Collection<X509CRL> revocations() throws PkiException {
        return read(KeystoreService::getCRLs).stream()
                .filter(X509CRL.class::isInstance)
                .map(X509CRL.class::cast)
                .toList();
    }

    private KeyStore.PrivateKeyEntry key(String alias) throws PkiException {
        if (read(keystore -> keystore.getEntry(alias)) instanceof KeyStore.PrivateKeyEntry entry) {
            return entry;
        }
        throw new PkiException("keystore '" + pid + "' has no private key with the alias '" + alias + "'");
    }

    private List<X509Certificate> chain(KeyStore.PrivateKeyEntry entry, String alias) throws PkiException {
        List<X509Certificate> chain = Arrays.stream(entry.getCertificateChain())
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
        if (chain.isEmpty() || !(chain.get(0).getPublicKey() instanceof RSAPublicKey)) {
            throw new PkiException(name(alias) + " is not an RSA key, which the security policies ask for");
        }
        Instant end = chain.get(0).getNotAfter().toInstant();
        if (end.isBefore(Instant.now())) {
            throw new PkiException(name(alias) + " has expired on " + end + ": renew it");
        }
        return chain;
    }

    private String name(String alias) {
        return "entry '" + alias + "' of keystore '" + pid + "'";
    }

    private <T> T read(Access<T> access) throws PkiException {
        KeystoreService keystore = pid.isEmpty() ? null : keystores.find(pid);
        if (keystore == null) {
            throw new PkiException(
                    pid.isEmpty()
                            ? "a key is wanted from a keystore, but none is set: set the keystore's pid"
                            : "there is no keystore '" + pid + "' on this gateway at the moment");
        }
        try {
            return access.read(keystore);
        } catch (KuraException | RuntimeException e) {
            throw new PkiException("keystore '" + pid + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Access<T> {
        T read(KeystoreService keystore) throws KuraException;
    }
}
