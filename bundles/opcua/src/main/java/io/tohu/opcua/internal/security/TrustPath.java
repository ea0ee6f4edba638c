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
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from a server's certificate to one that is trusted. */
final class TrustPath {

    private TrustPath() {}

    /**
     * Finds the way, whether or not the certificates on it are valid today.
     *
     * @param chain the server's certificate and what it sent along
     * @return the server's certificate, then its issuers up to a trusted one; empty when there is no way
     */
    static List<X509Certificate> find(List<X509Certificate> chain, TrustList trust) {
        X509Certificate server = chain.get(0);
        if (trust.holds(server)) {
            return List.of(server);
        }
        Set<X509Certificate> trusted = Stream.concat(chain.stream(), trust.certificates().stream())
                .filter(trust::holds)
                // -1 is a certificate that must not issue others.
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .collect(Collectors.toSet());
        if (trusted.isEmpty()) {
            return List.of();
        }
        // Times are judged later, one certificate at a time, so that it can be said which is too old.
        for (Date when : List.of(new Date(), server.getNotBefore(), server.getNotAfter())) {
            try {
                return build(chain, trusted, when);
            } catch (GeneralSecurityException e) {
                continue;
            }
        }
        return List.of();
    }

    private static List<X509Certificate> build(
            List<X509Certificate> chain, Collection<X509Certificate> trusted, Date when)
            throws GeneralSecurityException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(chain.get(0));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                trusted.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), wanted);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(trusted)));
        // Done on what the gateway has, without asking the network.
        parameters.setRevocationEnabled(false);
        parameters.setDate(when);
        PKIXCertPathBuilderResult found =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        List<X509Certificate> path = new ArrayList<>();
        found.getCertPath().getCertificates().forEach(certificate -> path.add((X509Certificate) certificate));
        path.add(found.getTrustAnchor().getTrustedCert());
        return path;
    }
}
