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

import io.tohu.trust.internal.path.TrustStore;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.security.keystore.KeystoreService;

/** Reads whom to trust out of a Kura keystore. */
final class TrustedKeystore {

    private TrustedKeystore() {}

    /** @param keystore null when there is none of the name */
    static TrustStore read(String pid, KeystoreService keystore) {
        if (keystore == null) {
            return TrustStore.none(
                    pid,
                    "There is no keystore " + pid
                            + ": create it, or name another one in the settings of Tohu's trust. Until then nothing signed is"
                            + " accepted.");
        }
        try {
            List<X509Certificate> certificates = certificates(keystore);
            return new TrustStore(
                    pid,
                    certificates,
                    lists(keystore),
                    certificates.isEmpty()
                            ? "The keystore " + pid
                                    + " has no trusted certificate: add that of whoever signs your packages, or of their"
                                    + " issuer. Until then nothing signed is accepted."
                            : "");
        } catch (KuraException | RuntimeException e) {
            // Kura's keystores also throw unchecked exceptions when their file is damaged.
            return TrustStore.none(
                    pid,
                    "The keystore " + pid + " cannot be read: " + e.getMessage()
                            + ". Check its path and password. Until then nothing signed is accepted.");
        }
    }

    private static List<X509Certificate> certificates(KeystoreService keystore) throws KuraException {
        List<X509Certificate> certificates = new ArrayList<>();
        // Sorted: the same keystore must give the same store, or each reading would look like a change.
        for (KeyStore.Entry entry : new TreeMap<>(keystore.getEntries()).values()) {
            if (entry instanceof KeyStore.TrustedCertificateEntry trusted
                    && trusted.getTrustedCertificate() instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    private static List<X509CRL> lists(KeystoreService keystore) throws KuraException {
        List<X509CRL> lists = new ArrayList<>();
        for (CRL list : keystore.getCRLs()) {
            if (list instanceof X509CRL x509) {
                lists.add(x509);
            }
        }
        lists.sort(Comparator.comparing(
                        (X509CRL list) -> list.getIssuerX500Principal().getName())
                .thenComparing(X509CRL::getThisUpdate));
        return lists;
    }
}
