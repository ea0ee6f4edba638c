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

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sessions with one server and closes them again. */
final class Connector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** A server that cannot be told goodbye in this time forgets the session by itself. */
    private static final long GOODBYE_MILLIS = 2000;

    private final String instance;
    private final LinkSettings settings;
    private final MiloThreads threads;

    Connector(String instance, LinkSettings settings) {
        this.instance = instance;
        this.settings = settings;
        this.threads = new MiloThreads("opcua-" + instance);
    }

    /**
     * Finds the endpoint and opens a session, within a few request timeouts.
     *
     * @param signals told when the session is lost and found again
     * @throws LinkException says why there is none
     */
    Connection open(Consumer<Signal> signals) throws LinkException, InterruptedException {
        if (EndpointUtil.getHost(settings.endpointUrl()) == null) {
            throw new LinkException("this is not an endpoint URL, it must look like opc.tcp://host:4840/path");
        }
        EndpointDescription endpoint = EndpointFinder.choose(discover(), settings);
        OpcUaClient client;
        try {
            client = OpcUaClient.create(configFor(endpoint), this::configure);
        } catch (UaException e) {
            throw new LinkException(Failures.describe(e), e);
        }
        try {
            await(client.connectAsync());
            OpcUaSession session = await(client.getSessionAsync());
            Connection connection = new Connection(client, session, settings, signals);
            client.addSessionActivityListener(new SessionWatch(connection, session.getSessionId(), signals));
            if (client.getSessionAsync().getNow(null) != session) {
                throw new LinkException("the session was lost as soon as it was there");
            }
            return connection;
        } catch (LinkException | InterruptedException e) {
            goodbye(client.disconnectAsync());
            throw e;
        }
    }

    /** Closes the session on the server where it can still be reached. */
    void dispose(Connection connection) throws InterruptedException {
        goodbye(connection.client().disconnectAsync());
    }

    /** Ends all threads and with them every socket. */
    @Override
    public void close() {
        threads.close();
    }

    private List<EndpointDescription> discover() throws LinkException, InterruptedException {
        DiscoveryClient client = EndpointFinder.client(settings.endpointUrl(), this::configure);
        try {
            return await(EndpointFinder.discover(client, settings.endpointUrl()));
        } finally {
            goodbye(client.disconnectAsync());
        }
    }

    /** A client that cannot say goodbye goes on trying in its own threads and gives up with the next failed attempt. */
    private static void goodbye(Future<?> disconnected) throws InterruptedException {
        try {
            disconnected.get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A connection was not closed in order", e);
        }
    }

    private <T> T await(Future<T> future) throws LinkException, InterruptedException {
        try {
            return future.get(2 * settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LinkException(Failures.describe(e), e);
        }
    }

    private void configure(OpcTcpClientTransportConfigBuilder transport) {
        threads.applyTo(transport);
        transport.setConnectTimeout(millis(settings.requestTimeout().toMillis()));
        transport.setAcknowledgeTimeout(millis(settings.requestTimeout().toMillis()));
    }

    private OpcUaClientConfig configFor(EndpointDescription endpoint) {
        return OpcUaClientConfig.builder()
                .setEndpoint(endpoint)
                // With a kept host name the announced endpoints differ from the one used.
                .setSessionEndpointValidationEnabled(false)
                .setApplicationName(LocalizedText.english(settings.applicationName()))
                .setApplicationUri("urn:tohu:opcua:" + instance)
                .setSessionName(() -> settings.applicationName() + " " + instance)
                .setIdentityProvider(identity())
                .setRequestTimeout(millis(settings.requestTimeout().toMillis()))
                .setKeepAliveTimeout(millis(settings.requestTimeout().toMillis()))
                .setSessionTimeout(millis(settings.sessionTimeout().toMillis()))
                .setCertificateValidator((chain, uri, hosts) -> {
                    throw new UaException(StatusCodes.Bad_CertificateUntrusted);
                })
                .build();
    }

    private IdentityProvider identity() {
        Credentials credentials = settings.credentials();
        if (credentials.anonymous()) {
            return AnonymousProvider.INSTANCE;
        }
        return new UsernameProvider(
                credentials.user(),
                credentials.password(),
                // Without security nobody has proved to be the server; the password is encrypted all the same
                // where the server asks for it, against those who only listen.
                (chain, uri, hosts) -> {},
                Connector::encrypted);
    }

    private static UserTokenPolicy encrypted(List<UserTokenPolicy> policies) {
        return policies.stream()
                .filter(p -> !SecurityPolicy.None.getUri().equals(p.getSecurityPolicyUri()))
                .findFirst()
                .orElse(policies.get(0));
    }

    private static UInteger millis(long millis) {
        return Unsigned.uint(Math.min(millis, Integer.MAX_VALUE));
    }
}
