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

import io.tohu.trust.internal.RefusedException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a path against revocation lists. Not left to the JDK's path validation, which passes over a list whose next update
 * is overdue: on a gateway that was offline that would let a revoked signer in again.
 */
final class Revocation {

    private static final int CRL_SIGN = 6;

    private Revocation() {}

    /**
     * @throws RefusedException when a certificate is on a list of its issuer, however old the list is, or when the policy
     *     asks for a current list and there is none
     */
    static void judge(
            CertificatePath path, List<X509Certificate> trusted, List<X509CRL> lists, Policy policy, Moment moment)
            throws RefusedException {
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            X509Certificate issuer = path.issuer(i);
            // A signer who is trusted by name may have an issuer all the same, who may be known.
            List<X509Certificate> issuers = Stream.concat(Stream.of(issuer), trusted.stream())
                    .distinct()
                    .toList();
            boolean current = false;
            for (X509CRL list : lists) {
                if (issuers.stream().anyMatch(known -> from(known, list, certificate))) {
                    requireNotOn(list, certificate);
                    current |= current(list, policy, moment);
                }
            }
            if (policy.currentListNeeded() && !current && !path.pinned()) {
                throw new RefusedException("No current revocation list of " + SignerName.of(issuer)
                        + " is known, and the settings ask for one. Add one to the keystore, or have it signed with one"
                        + " carried along.");
            }
        }
    }

    private static void requireNotOn(X509CRL list, X509Certificate certificate) throws RefusedException {
        X509CRLEntry entry = list.getRevokedCertificate(certificate);
        if (entry != null) {
            throw new RefusedException("The certificate of " + SignerName.of(certificate) + " was revoked on "
                    + Validity.day(entry.getRevocationDate().toInstant())
                    + ". Do not use this file; ask its maker for one signed with a valid certificate.");
        }
    }

    private static boolean from(X509Certificate issuer, X509CRL list, X509Certificate certificate) {
        boolean[] usage = issuer.getKeyUsage();
        if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                || !issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())
                || usage != null && !usage[CRL_SIGN]) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Forged, or of another issuer of the same name.
            return false;
        }
    }

    /** A list with critical extensions speaks only of some certificates: it can revoke, but not vouch. */
    private static boolean current(X509CRL list, Policy policy, Moment moment) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        Instant due = list.getNextUpdate() == null
                ? Instant.MAX
                : list.getNextUpdate().toInstant();
        return (critical == null || critical.isEmpty())
                && !moment.now().minus(policy.grace()).isAfter(due);
    }
}
