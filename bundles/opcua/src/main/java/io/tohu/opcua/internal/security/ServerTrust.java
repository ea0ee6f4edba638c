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

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultClientCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;

/**
 * Decides whether a server is who it should be: its certificate, or one that issued it, must be among the trusted
 * fingerprints; then it must be valid now, name the server's application URI and, unless switched off, the host.
 * Refused certificates are kept.
 */
public final class ServerTrust implements CertificateValidator {

    private final Security security;
    private final PkiFolder pki;

    public ServerTrust(Security security, PkiFolder pki) {
        this.security = security;
        this.pki = pki;
    }

    /** @throws RefusedServerException says in words what is wrong with the certificate */
    @Override
    public void validateCertificateChain(List<X509Certificate> chain, String applicationUri, String[] hosts)
            throws RefusedServerException {
        X509Certificate server = chain.get(0);
        List<X509Certificate> anchors = chain.stream()
                .filter(certificate -> security.trusted().contains(Fingerprint.of(certificate)))
                .toList();
        if (anchors.isEmpty()) {
            pki.reject(server);
            throw new RefusedServerException(
                    StatusCodes.Bad_CertificateUntrusted,
                    "the server's certificate is not trusted: " + server.getSubjectX500Principal()
                            + "; if it is the right server, add its fingerprint to the trusted certificates: "
                            + Fingerprint.of(server));
        }
        MemoryTrustListManager trusted = new MemoryTrustListManager();
        trusted.setTrustedCertificates(anchors);
        try {
            new DefaultClientCertificateValidator(trusted, checks(), new MemoryCertificateQuarantine())
                    .validateCertificateChain(chain, applicationUri, security.checkHost() ? hosts : null);
        } catch (UaException e) {
            throw new RefusedServerException(e.getStatusCode().value(), words(e, server, applicationUri, hosts));
        }
    }

    private Set<ValidationCheck> checks() {
        Set<ValidationCheck> checks = EnumSet.of(
                ValidationCheck.VALIDITY, ValidationCheck.APPLICATION_URI, ValidationCheck.KEY_USAGE_END_ENTITY);
        if (security.checkHost()) {
            checks.add(ValidationCheck.HOSTNAME);
        }
        return checks;
    }

    private static String words(UaException refusal, X509Certificate server, String uri, String[] hosts) {
        long code = refusal.getStatusCode().value();
        if (code == StatusCodes.Bad_CertificateTimeInvalid) {
            return "the server's certificate is valid from "
                    + server.getNotBefore().toInstant() + " to "
                    + server.getNotAfter().toInstant() + " only: renew it, or set the clock of server or gateway";
        } else if (code == StatusCodes.Bad_CertificateHostNameInvalid) {
            return "the server's certificate is for " + names(server) + ", not for " + String.join(", ", hosts)
                    + ": use that name in the endpoint URL, or switch the host check off";
        } else if (code == StatusCodes.Bad_CertificateUriInvalid) {
            return "the server's certificate is for " + names(server) + ", but the server calls itself " + uri
                    + ": its certificate has to be made anew";
        }
        return "the server's certificate is refused: " + refusal.getMessage();
    }

    private static String names(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames() == null
                    ? "no name"
                    : certificate.getSubjectAlternativeNames().stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
    }
}
