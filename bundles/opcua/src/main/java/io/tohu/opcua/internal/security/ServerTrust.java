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
import java.time.Instant;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.util.validation.CertificateValidationUtil;

/**
 * Decides whether a server is who it should be: its certificate, or one that issued it, must be trusted and none of them
 * revoked; then it must be valid now, name the server's application URI and, unless switched off, the host. Certificates
 * that are not trusted are kept.
 */
public final class ServerTrust implements CertificateValidator {

    private final Keys keys;
    private final boolean checkHost;

    /** @param checkHost whether the certificate must name the host that is connected to */
    public ServerTrust(Keys keys, boolean checkHost) {
        this.keys = keys;
        this.checkHost = checkHost;
    }

    /** @throws RefusedServerException says in words what is wrong with the certificate */
    @Override
    public void validateCertificateChain(List<X509Certificate> chain, String applicationUri, String[] hosts)
            throws RefusedServerException {
        List<X509Certificate> path = checkTrusted(chain);
        X509Certificate server = chain.get(0);
        checkTime(path);
        if (path.size() > 1) {
            // Who trusts a certificate by itself has decided what it is good for.
            check(() -> CertificateValidationUtil.checkEndEntityKeyUsage(server), "it is not made for OPC UA");
        }
        if (applicationUri != null) {
            check(
                    () -> CertificateValidationUtil.checkApplicationUri(server, applicationUri),
                    "it is for " + CertificateNames.of(server) + ", but the server calls itself " + applicationUri
                            + ": its certificate has to be made anew");
        }
        if (checkHost && hosts != null) {
            check(
                    () -> CertificateValidationUtil.checkHostnameOrIpAddress(server, hosts),
                    "it is for " + CertificateNames.of(server) + ", not for " + String.join(", ", hosts)
                            + ": use that name in the endpoint URL, or switch the host check off");
        }
    }

    /**
     * Only whether the server is trusted and not revoked.
     *
     * @return the server's certificate and its issuers up to a trusted one
     * @throws RefusedServerException says that it is not
     */
    public List<X509Certificate> checkTrusted(List<X509Certificate> chain) throws RefusedServerException {
        TrustList trust = trust();
        List<X509Certificate> path = TrustPath.find(chain, trust);
        X509Certificate server = chain.get(0);
        if (path.isEmpty()) {
            keys.reject(server);
            throw new RefusedServerException(
                    StatusCodes.Bad_CertificateUntrusted,
                    "the server's certificate is not trusted: " + server.getSubjectX500Principal()
                            + "; if it is the right server, add its fingerprint to the trusted certificates: "
                            + Fingerprint.of(server));
        }
        var revoked = Revocations.find(path, trust.certificates(), trust.revocations());
        if (revoked.isPresent()) {
            X509Certificate certificate = revoked.get().certificate();
            throw new RefusedServerException(
                    StatusCodes.Bad_CertificateRevoked,
                    "the certificate " + certificate.getSubjectX500Principal() + " of the server was revoked by "
                            + certificate.getIssuerX500Principal() + " on "
                            + revoked.get().entry().getRevocationDate().toInstant()
                            + ": the server needs a new one");
        }
        return path;
    }

    private TrustList trust() throws RefusedServerException {
        try {
            return keys.trust();
        } catch (PkiException e) {
            throw new RefusedServerException(
                    StatusCodes.Bad_CertificateUntrusted,
                    "whether the server is trusted cannot be told: " + e.getMessage());
        }
    }

    private static void checkTime(List<X509Certificate> path) throws RefusedServerException {
        Instant now = Instant.now();
        for (X509Certificate certificate : path) {
            Instant begin = certificate.getNotBefore().toInstant();
            Instant end = certificate.getNotAfter().toInstant();
            String whose = certificate == path.get(0)
                    ? "the server's certificate"
                    : "the certificate " + certificate.getSubjectX500Principal() + ", which issued the server's,";
            if (now.isAfter(end)) {
                throw new RefusedServerException(
                        StatusCodes.Bad_CertificateTimeInvalid,
                        whose + " has expired, it is valid from " + begin + " to " + end
                                + " only: renew it, or set the clock of the gateway");
            } else if (now.isBefore(begin)) {
                throw new RefusedServerException(
                        StatusCodes.Bad_CertificateTimeInvalid,
                        whose + " is not valid yet, it is valid from " + begin + " to " + end
                                + ": set the clock of server or gateway");
            }
        }
    }

    private static void check(Check check, String words) throws RefusedServerException {
        try {
            check.run();
        } catch (UaException e) {
            throw new RefusedServerException(
                    e.getStatusCode().value(), "the server's certificate is refused: " + words);
        }
    }

    private interface Check {
        void run() throws UaException;
    }
}
