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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What signs packages.
 *
 * @param key the private key
 * @param chain its certificate and those of its issuers, in order
 * @param lists revocation lists that are carried along with each signature, for gateways that are seldom online
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain, List<X509CRL> lists) {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    public SigningKey {
        chain = List.copyOf(chain);
        lists = List.copyOf(lists);
    }

    /**
     * Reads a key from a PKCS#12 file.
     *
     * @param alias which one; null when there is only one
     * @throws PackagingException when the file cannot be opened, holds no such key, or the key is not for signing code
     */
    public static SigningKey read(Path file, char[] password, String alias, List<X509CRL> lists) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password);
            String chosen = alias == null ? onlyKey(store, file) : alias;
            if (!(store.getKey(chosen, password) instanceof PrivateKey key)) {
                throw new PackagingException(file + " has no private key '" + chosen + "'");
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(chosen)) {
                chain.add((X509Certificate) certificate);
            }
            List<String> purposes = chain.get(0).getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(CODE_SIGNING)) {
                throw new PackagingException("the certificate of '" + chosen + "' in " + file
                        + " is not for signing code (extended key usage codeSigning): gateways would refuse it");
            }
            return new SigningKey(key, chain, lists);
        } catch (GeneralSecurityException | IOException e) {
            throw new PackagingException("the key in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String onlyKey(KeyStore store, Path file) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new PackagingException(file + " has the keys " + keys + ": say which one");
        }
        return keys.get(0);
    }
}
