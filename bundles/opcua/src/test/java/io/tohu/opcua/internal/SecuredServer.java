/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** A server that can only be reached with security, and tells about itself under its discovery URL. */
final class SecuredServer implements AutoCloseable {

    static final String URI = "urn:test:secured";

    private static final KeyPair KEYS = keys();

    private final MemoryTrustListManager trusted = new MemoryTrustListManager();
    private final Set<X509Certificate> users = ConcurrentHashMap.newKeySet();
    private final TestServer server;
    private final X509Certificate certificate;

    private SecuredServer(X509Certificate certificate) throws Exception {
        this.certificate = certificate;
        MemoryCertificateQuarantine quarantine = new MemoryCertificateQuarantine();
        MemoryCertificateStore store = new MemoryCertificateStore();
        store.set(
                NodeIds.RsaSha256ApplicationCertificateType,
                new CertificateStore.Entry(KEYS.getPrivate(), new X509Certificate[] {certificate}));
        DefaultApplicationGroup group = new DefaultApplicationGroup(
                trusted,
                store,
                new RsaSha256CertificateFactory() {
                    @Override
                    public X509Certificate[] createRsaSha256CertificateChain(KeyPair keyPair) {
                        return new X509Certificate[] {certificate};
                    }
                },
                new DefaultServerCertificateValidator(trusted, quarantine));
        group.initialize();
        int port = TestServer.freePort();
        server = TestServer.start(
                port,
                TestServer.config(URI)
                        .setEndpoints(endpoints(port, certificate))
                        .setIdentityValidator(new CompositeValidator(
                                AnonymousIdentityValidator.INSTANCE, new X509IdentityValidator(users::contains)))
                        .setCertificateManager(new DefaultCertificateManager(quarantine, group))
                        .build(),
                n -> n.add("x", 1));
    }

    /** With a certificate that is all right. */
    static SecuredServer start() throws Exception {
        return start(URI, "127.0.0.1", Duration.ofDays(10));
    }

    /** With a certificate for {@link #key}. */
    static SecuredServer start(X509Certificate certificate) throws Exception {
        return new SecuredServer(certificate);
    }

    /** The key of every such server. */
    static PublicKey key() {
        return KEYS.getPublic();
    }

    static SecuredServer start(String applicationUri, String address, Duration validFor) throws Exception {
        Instant now = Instant.now();
        return new SecuredServer(new SelfSignedCertificateGenerator()
                .generateSelfSigned(
                        KEYS,
                        Date.from(now.minus(Duration.ofDays(20))),
                        Date.from(now.plus(validFor)),
                        "test server",
                        "test",
                        null,
                        null,
                        null,
                        null,
                        applicationUri,
                        List.of("test-host"),
                        List.of(address),
                        "SHA256withRSA"));
    }

    String url() {
        return server.url();
    }

    X509Certificate certificate() {
        return certificate;
    }

    void trust(X509Certificate... clients) {
        trusted.setTrustedCertificates(List.of(clients));
    }

    /** Lets a user in. */
    void admit(X509Certificate user) {
        users.add(user);
    }

    Set<Object> sessionIds() {
        return server.sessionIds();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Set<EndpointConfig> endpoints(int port, X509Certificate certificate) {
        Set<EndpointConfig> endpoints = new HashSet<>();
        endpoints.add(TestServer.endpoint(port, "127.0.0.1")
                .setPath("/test/discovery")
                .build());
        for (SecurityPolicy policy : List.of(
                SecurityPolicy.Basic256Sha256,
                SecurityPolicy.Aes128_Sha256_RsaOaep,
                SecurityPolicy.Aes256_Sha256_RsaPss)) {
            for (MessageSecurityMode mode : List.of(MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt)) {
                endpoints.add(TestServer.endpoint(port, "127.0.0.1")
                        .setCertificate(certificate)
                        .setSecurityPolicy(policy)
                        .setSecurityMode(mode)
                        .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_X509)
                        .build());
            }
        }
        return endpoints;
    }

    private static KeyPair keys() {
        try {
            return SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
