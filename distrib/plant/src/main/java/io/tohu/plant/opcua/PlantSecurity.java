/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.opcua;

import io.tohu.plant.PlantException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;

/**
 * How the plant's server may be talked to: without security, and signed or encrypted under each current policy; by
 * anybody, or by the user {@value #USER}. It proves who it is, but lets every client in, whatever its certificate: whom
 * a machine trusts is its owner's business, and a simulated one has none.
 */
record PlantSecurity(PlantKeys keys) {

    static final String USER = "operator";
    static final String PASSWORD = "pump";

    private static final CertificateValidator EVERY_CLIENT = (chain, applicationUri, hosts) -> {};

    /** All endpoints at one address. */
    Set<EndpointConfig> endpoints(String bind, int port) {
        Set<EndpointConfig> endpoints = new LinkedHashSet<>();
        endpoints.add(endpoint(bind, port, SecurityPolicy.None, MessageSecurityMode.None));
        for (SecurityPolicy policy : List.of(
                SecurityPolicy.Basic256Sha256,
                SecurityPolicy.Aes128_Sha256_RsaOaep,
                SecurityPolicy.Aes256_Sha256_RsaPss)) {
            endpoints.add(endpoint(bind, port, policy, MessageSecurityMode.Sign));
            endpoints.add(endpoint(bind, port, policy, MessageSecurityMode.SignAndEncrypt));
        }
        return endpoints;
    }

    private EndpointConfig endpoint(String bind, int port, SecurityPolicy policy, MessageSecurityMode mode) {
        return EndpointConfig.newBuilder()
                .setBindAddress(bind)
                .setBindPort(port)
                .setHostname(bind)
                .setPath("/plant")
                .setCertificate(keys.certificate())
                .setSecurityPolicy(policy)
                .setSecurityMode(mode)
                .addTokenPolicies(
                        OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS, OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME)
                .build();
    }

    IdentityValidator identities() {
        return new CompositeValidator(
                AnonymousIdentityValidator.INSTANCE,
                new UsernameIdentityValidator(
                        challenge -> USER.equals(challenge.getUsername()) && PASSWORD.equals(challenge.getPassword())));
    }

    CertificateManager certificates() throws PlantException {
        X509Certificate[] chain = {keys.certificate()};
        MemoryCertificateStore store = new MemoryCertificateStore();
        RsaSha256CertificateFactory factory = new RsaSha256CertificateFactory() {
            @Override
            public X509Certificate[] createRsaSha256CertificateChain(KeyPair unused) {
                return chain;
            }
        };
        try {
            store.set(
                    NodeIds.RsaSha256ApplicationCertificateType,
                    new CertificateStore.Entry(keys.keys().getPrivate(), chain));
            DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                    new MemoryTrustListManager(), store, factory, EVERY_CLIENT);
            return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
        } catch (Exception e) {
            throw new PlantException("the OPC UA server cannot use its key: " + e.getMessage(), e);
        }
    }
}
