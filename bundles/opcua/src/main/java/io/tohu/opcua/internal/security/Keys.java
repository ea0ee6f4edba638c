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

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The keys of a driver instance and whom it trusts, from its own folder, from its configuration and from one of the
 * gateway's keystores. Everything is looked up when it is asked for: keystores come, change and go. Thread-safe.
 */
public final class Keys {

    private final KeyNames names;
    private final PkiFolder folder;
    private final KeystoreEntries keystore;
    private final Supplier<Set<String>> fingerprints;

    /**
     * @param keystores the gateway's keystores by pid
     * @param fingerprints of certificates that the configuration trusts
     */
    public Keys(KeyNames names, PkiFolder folder, KeystoreFinder keystores, Supplier<Set<String>> fingerprints) {
        this.names = names;
        this.folder = folder;
        this.keystore = new KeystoreEntries(names.keystore(), keystores);
        this.fingerprints = fingerprints;
    }

    /** Whether a keystore is used. */
    public boolean external() {
        return names.external();
    }

    /**
     * How this client proves who it is.
     *
     * @throws PkiException when there is no such key or it cannot be used
     */
    public ClientIdentity client() throws PkiException {
        if (names.clientAlias().isEmpty()) {
            return folder.identity();
        }
        return keystore.client(names.clientAlias());
    }

    /**
     * How a user logs in by certificate.
     *
     * @param alias key entry of the keystore
     * @throws PkiException when there is no such key or it cannot be used
     */
    public UserIdentity user(String alias) throws PkiException {
        return keystore.user(alias);
    }

    /** Whether there is the keystore, or none is needed. */
    public boolean available() {
        try {
            trust();
            return true;
        } catch (PkiException e) {
            return false;
        }
    }

    /** @throws PkiException when the keystore cannot be read */
    TrustList trust() throws PkiException {
        return names.external()
                ? new TrustList(fingerprints.get(), keystore.trusted(), keystore.revocations())
                : new TrustList(fingerprints.get(), List.of(), List.of());
    }

    /** Keeps a refused certificate for the operator to look at. */
    void reject(X509Certificate certificate) {
        folder.reject(certificate);
    }
}
