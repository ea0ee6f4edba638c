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
import io.tohu.opcua.internal.security.Keys;
import io.tohu.opcua.internal.security.PkiException;
import io.tohu.opcua.internal.security.ServerTrust;
import io.tohu.opcua.internal.security.UserIdentity;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
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
    private final Keys keys;

    SessionConfigs(String instance, LinkSettings settings, Keys keys) {
        this.instance = instance;
        this.settings = settings;
        this.keys = keys;
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
        ServerTrust trust = trust();
        checkServer(endpoint, trust);
        ClientIdentity client = identity();
        return config.setApplicationUri(client.applicationUri())
                .setKeyPair(client.keyPair())
                .setCertificate(client.certificate())
                .setCertificateChain(client.chain().toArray(X509Certificate[]::new))
                .setCertificateValidator(trust)
                .setIdentityProvider(user(trust))
                .build();
    }

    /** Where the certificate is that a server has to trust. */
    String clientCertificatePlace() throws LinkException {
        return identity().place();
    }

    /**
     * Why a session that works should be given up since keys and trust have changed.
     *
     * @return null when it goes on; that a keystore is away or cannot be read is no reason
     */
    String objection(OpcUaClientConfig inUse) {
        if (!settings.security().authenticates() || !keys.available()) {
            return null;
        }
        try {
            trust().checkTrusted(serverChain(inUse.getEndpoint()));
            boolean same = inUse.getCertificate()
                    .filter(keys.client().certificate()::equals)
                    .isPresent();
            return same ? null : "this client has another certificate now";
        } catch (UaException e) {
            return Failures.describe(e);
        } catch (PkiException e) {
            return e.getMessage();
        }
    }

    private ServerTrust trust() {
        return new ServerTrust(keys, settings.security().checkHost());
    }

    private static List<X509Certificate> serverChain(EndpointDescription endpoint) throws UaException {
        return CertificateUtil.decodeCertificates(
                endpoint.getServerCertificate().bytesOrEmpty());
    }

    private void checkServer(EndpointDescription endpoint, ServerTrust trust) throws LinkException {
        ByteString certificate = endpoint.getServerCertificate();
        if (certificate == null || certificate.isNullOrEmpty()) {
            throw new LinkException("the server has no certificate for security " + settings.security());
        }
        try {
            trust.validateCertificateChain(
                    serverChain(endpoint),
                    endpoint.getServer().getApplicationUri(),
                    new String[] {EndpointUtil.getHost(endpoint.getEndpointUrl())});
        } catch (UaException e) {
            throw new LinkException(Failures.describe(e), e);
        }
    }

    private ClientIdentity identity() throws LinkException {
        try {
            return keys.client();
        } catch (PkiException e) {
            throw new LinkException(e.getMessage(), e);
        }
    }

    private IdentityProvider user(CertificateValidator validator) throws LinkException {
        Credentials credentials = settings.credentials();
        return switch (credentials.type()) {
            case Certificate -> userCertificate(credentials.certificate());
            case UserName -> new UsernameProvider(
                    credentials.user(), credentials.password(), validator, SessionConfigs::encryptedFirst);
            default -> AnonymousProvider.INSTANCE;
        };
    }

    private IdentityProvider userCertificate(String alias) throws LinkException {
        try {
            UserIdentity user = keys.user(alias);
            return new X509IdentityProvider(user.chain(), user.key());
        } catch (PkiException e) {
            throw new LinkException(e.getMessage(), e);
        }
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
