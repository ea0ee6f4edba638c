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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A real OPC UA server on the loopback with the variables of a test; closing it cuts its connections. */
final class TestServer implements AutoCloseable {

    static final String USER = "operator";
    static final String PASSWORD = "secret";
    static final int MAX_NODES = 100;

    private final OpcUaServer server;
    private final TestNamespace namespace;
    private final int port;

    private TestServer(int port, String announcedHost, String[] uris, Consumer<TestNamespace> variables) {
        this(port, uris, variables, config(port, announcedHost));
    }

    private TestServer(int port, String[] uris, Consumer<TestNamespace> variables, OpcUaServerConfig config) {
        this.port = port;
        server = new OpcUaServer(
                config,
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        TestNamespace last = null;
        for (String uri : uris) {
            last = new TestNamespace(server, uri);
            last.startup();
        }
        namespace = last;
        variables.accept(namespace);
        server.startup().join();
    }

    static TestServer start(Consumer<TestNamespace> variables) {
        return start(freePort(), variables);
    }

    static TestServer start(int port, Consumer<TestNamespace> variables) {
        return new TestServer(port, "127.0.0.1", new String[] {TestNamespace.URI}, variables);
    }

    /** A server that says it must be reached under another name. */
    static TestServer startAnnouncing(String host, Consumer<TestNamespace> variables) {
        return new TestServer(freePort(), host, new String[] {TestNamespace.URI}, variables);
    }

    static TestServer start(int port, OpcUaServerConfig config, Consumer<TestNamespace> variables) {
        return new TestServer(port, new String[] {TestNamespace.URI}, variables, config);
    }

    /** A server with other namespaces before the one of the variables. */
    static TestServer startBehind(int port, String otherUri, Consumer<TestNamespace> variables) {
        return new TestServer(port, "127.0.0.1", new String[] {otherUri, TestNamespace.URI}, variables);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(int port) {
        return "opc.tcp://127.0.0.1:" + port + "/test";
    }

    String url() {
        return url(port);
    }

    int port() {
        return port;
    }

    void set(String id, Object value) {
        namespace.variable(id).setValue(new DataValue(new Variant(value)));
    }

    void set(String id, Object value, long status) {
        namespace.variable(id).setValue(new DataValue(new Variant(value), StatusCode.of(status)));
    }

    void add(String id, Object value) {
        namespace.add(id, value);
    }

    void remove(String id) {
        namespace.remove(id);
    }

    Object get(String id) {
        return namespace.variable(id).getValue().value().value();
    }

    int sessions() {
        return server.getSessionManager().getAllSessions().size();
    }

    Set<Object> sessionIds() {
        return server.getSessionManager().getAllSessions().stream()
                .map(session -> (Object) session.getSessionId())
                .collect(Collectors.toSet());
    }

    Set<Double> publishingIntervals() {
        return server.getSubscriptions().values().stream()
                .map(subscription -> subscription.getPublishingInterval())
                .collect(Collectors.toSet());
    }

    int subscriptions() {
        return server.getSubscriptions().size();
    }

    @Override
    public void close() {
        namespace.shutdown();
        server.shutdown().join();
    }

    private static OpcUaServerConfig config(int port, String announcedHost) {
        EndpointConfig endpoint = endpoint(port, announcedHost).build();
        return config("urn:test:server")
                .setEndpoints(Set.of(endpoint))
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                .build();
    }

    /** An endpoint without security. */
    static EndpointConfig.Builder endpoint(int port, String announcedHost) {
        return EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                .setHostname(announcedHost)
                .setPath("/test")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(
                        OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS,
                        new UserTokenPolicy("user", UserTokenType.UserName, null, null, SecurityPolicy.None.getUri()));
    }

    /** What every server of the tests has. */
    static OpcUaServerConfigBuilder config(String applicationUri) {
        return OpcUaServerConfig.builder()
                .setApplicationUri(applicationUri)
                .setApplicationName(LocalizedText.english("test server"))
                .setProductUri("urn:test:server:product")
                .setIdentityValidator(new CompositeValidator(
                        AnonymousIdentityValidator.INSTANCE,
                        new UsernameIdentityValidator(
                                login -> USER.equals(login.getUsername()) && PASSWORD.equals(login.getPassword()))))
                .setLimits(new SmallLimits());
    }

    private static final class SmallLimits implements OpcUaServerConfigLimits {
        @Override
        public UInteger getMaxNodesPerRead() {
            return UInteger.valueOf(MAX_NODES);
        }

        @Override
        public UInteger getMaxNodesPerWrite() {
            return UInteger.valueOf(MAX_NODES);
        }

        @Override
        public UInteger getMaxMonitoredItemsPerCall() {
            return UInteger.valueOf(MAX_NODES);
        }

        @Override
        public Double getMinPublishingInterval() {
            return 10.0;
        }

        @Override
        public Double getMinSupportedSampleRate() {
            return 10.0;
        }
    }
}
