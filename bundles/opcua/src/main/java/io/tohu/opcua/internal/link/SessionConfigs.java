/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import io.tohu.opcua.internal.security.ClientIdentity;
import io.tohu.opcua.internal.security.PkiException;
import io.tohu.opcua.internal.security.PkiFolder;
import io.tohu.opcua.internal.security.ServerTrust;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/** How the stack's client is to open a session: who it is, whom it trusts, how long it waits. */
final class SessionConfigs {

    private final String instance;
    private final LinkSettings settings;
    private final PkiFolder pki;

    SessionConfigs(String instance, LinkSettings settings, PkiFolder pki) {
        this.instance = instance;
        this.settings = settings;
        this.pki = pki;
    }

    /**
     * The configuration for an endpoint; its certificate is looked at before anything is sent to it.
     *
     * @throws LinkException when the certificate is refused or there is no key of our own
     */
    OpcUaClientConfig of(EndpointDescription endpoint) throws LinkException {
        OpcUaClientConfigBuilder config = OpcUaClientConfig.builder()
                .setEndpoint(endpoint)
                // Servers announce other endpoints to each name they are called by; policy, mode and certificate
                // are what the operator asked for, whatever a list says.
                .setSessionEndpointValidationEnabled(false)
                // The stack handles answers in several threads and mixes up the order of two that come together.
                .setMaxPendingPublishRequests(Unsigned.uint(1))
                .setApplicationName(LocalizedText.english(settings.applicationName()))
                .setSessionName(() -> settings.applicationName() + " " + instance)
                .setRequestTimeout(millis(settings.requestTimeout().toMillis()))
                .setKeepAliveTimeout(millis(settings.requestTimeout().toMillis()))
                .setSessionTimeout(millis(settings.sessionTimeout().toMillis()));
        if (!settings.security().authenticates()) {
            return config.setApplicationUri("urn:tohu:opcua:" + instance)
                    .setCertificateValidator(SessionConfigs::refuse)
                    // Nobody has proved to be the server; the password is encrypted all the same where the server
                    // asks for it, against those who only listen.
                    .setIdentityProvider(user((chain, uri, hosts) -> {}))
                    .build();
        }
        ServerTrust trust = new ServerTrust(settings.security(), pki);
        checkServer(endpoint, trust);
        ClientIdentity client = identity();
        return config.setApplicationUri(client.applicationUri())
                .setKeyPair(client.keyPair())
                .setCertificate(client.certificate())
                .setCertificateChain(new X509Certificate[] {client.certificate()})
                .setCertificateValidator(trust)
                .setIdentityProvider(user(trust))
                .build();
    }

    /** Where the certificate is that a server has to trust. */
    String clientCertificateFile() throws LinkException {
        return identity().file().toString();
    }

    private void checkServer(EndpointDescription endpoint, ServerTrust trust) throws LinkException {
        ByteString certificate = endpoint.getServerCertificate();
        if (certificate == null || certificate.isNullOrEmpty()) {
            throw new LinkException("the server has no certificate for security " + settings.security());
        }
        try {
            trust.validateCertificateChain(
                    CertificateUtil.decodeCertificates(certificate.bytesOrEmpty()),
                    endpoint.getServer().getApplicationUri(),
                    new String[] {EndpointUtil.getHost(endpoint.getEndpointUrl())});
        } catch (UaException e) {
            throw new LinkException(Failures.describe(e), e);
        }
    }

    private ClientIdentity identity() throws LinkException {
        try {
            return pki.identity();
        } catch (PkiException e) {
            throw new LinkException(e.getMessage(), e);
        }
    }

    private IdentityProvider user(CertificateValidator validator) {
        Credentials credentials = settings.credentials();
        return credentials.anonymous()
                ? AnonymousProvider.INSTANCE
                : new UsernameProvider(
                        credentials.user(), credentials.password(), validator, SessionConfigs::encryptedFirst);
    }

    private static UserTokenPolicy encryptedFirst(List<UserTokenPolicy> policies) {
        return policies.stream()
                .filter(p -> !SecurityPolicy.None.getUri().equals(p.getSecurityPolicyUri()))
                .findFirst()
                .orElse(policies.get(0));
    }

    /** Without security no certificate is asked for; one that comes all the same is a mistake. */
    private static void refuse(List<X509Certificate> chain, String applicationUri, String[] hosts) throws UaException {
        throw new UaException(StatusCodes.Bad_CertificateUntrusted);
    }

    static UInteger millis(long millis) {
        return Unsigned.uint(Math.min(millis, Integer.MAX_VALUE));
    }
}
