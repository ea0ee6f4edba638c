/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a signer up to a trusted certificate.
 *
 * @param certificates the signer first; without the trusted one, unless the signer itself is trusted
 * @param anchor the trusted certificate
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {

    private static final int MOST = 6;

    CertificatePath {
        certificates = List.copyOf(certificates);
    }

    /** Whether the operator trusts this signer by name, not an issuer. */
    boolean pinned() {
        return certificates.get(0).equals(anchor);
    }

    /** Who issued the certificate at a position: the next one, or the trusted one. */
    X509Certificate issuer(int index) {
        return index + 1 < certificates.size() ? certificates.get(index + 1) : anchor;
    }

    /** The shortest path to one of the trusted certificates. */
    static Optional<CertificatePath> find(
            X509Certificate signer, List<X509Certificate> carried, List<X509Certificate> trusted) {
        if (trusted.contains(signer)) {
            return Optional.of(new CertificatePath(List.of(signer), signer));
        }
        List<List<X509Certificate>> paths = List.of(List.of(signer));
        for (int length = 1; length <= MOST && !paths.isEmpty(); length++) {
            List<List<X509Certificate>> longer = new ArrayList<>();
            for (List<X509Certificate> path : paths) {
                X509Certificate last = path.get(path.size() - 1);
                Optional<X509Certificate> anchor =
                        trusted.stream().filter(t -> issued(t, last)).findFirst();
                if (anchor.isPresent()) {
                    return Optional.of(new CertificatePath(path, anchor.get()));
                }
                carried.stream()
                        .distinct()
                        .filter(c -> !path.contains(c) && issued(c, last))
                        .limit(MOST)
                        .forEach(c -> longer.add(with(path, c)));
            }
            paths = longer.subList(0, Math.min(longer.size(), MOST));
        }
        return Optional.empty();
    }

    private static List<X509Certificate> with(List<X509Certificate> path, X509Certificate next) {
        List<X509Certificate> longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }

    private static boolean issued(X509Certificate issuer, X509Certificate subject) {
        if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
            return false;
        }
        try {
            subject.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Another issuer of the same name.
            return false;
        }
    }
}
