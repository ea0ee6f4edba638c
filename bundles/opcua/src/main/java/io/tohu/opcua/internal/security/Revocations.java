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
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks certificates up in the lists of revoked ones that the gateway has. A list that is older than it should be still
 * counts for what it lists; an issuer without a list revokes nothing.
 */
final class Revocations {

    private Revocations() {}

    /**
     * The first certificate of a path that is revoked.
     *
     * @param others certificates among which the issuer of the last one may be
     */
    static Optional<Revoked> find(
            List<X509Certificate> path, Collection<X509Certificate> others, Collection<X509CRL> lists) {
        for (X509Certificate certificate : path) {
            for (X509CRL list : lists) {
                if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
                    continue;
                }
                X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
                if (entry != null && authentic(list, Stream.concat(path.stream(), others.stream()))) {
                    return Optional.of(new Revoked(certificate, entry));
                }
            }
        }
        return Optional.empty();
    }

    /** A list whose issuer is not known is believed: it only can refuse. */
    private static boolean authentic(X509CRL list, Stream<X509Certificate> known) {
        List<X509Certificate> issuers = known.filter(
                        c -> c.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .toList();
        return issuers.isEmpty() || issuers.stream().anyMatch(issuer -> signed(list, issuer));
    }

    private static boolean signed(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A certificate and its entry in a list. */
    record Revoked(X509Certificate certificate, X509CRLEntry entry) {}
}
