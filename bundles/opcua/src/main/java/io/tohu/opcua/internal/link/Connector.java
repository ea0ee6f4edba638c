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

import io.tohu.opcua.internal.security.Keys;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sessions with one server and closes them again. */
final class Connector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** A server that cannot be told goodbye in this time forgets the session by itself. */
    private static final long GOODBYE_MILLIS = 2000;

    private final LinkSettings settings;
    private final SessionConfigs configs;
    private final MiloThreads threads;

    /** @param maxPauseMillis the longest pause between tries to revive a session, asked before each */
    Connector(String instance, LinkSettings settings, Keys keys, LongSupplier maxPauseMillis) {
        this.settings = settings;
        this.configs = new SessionConfigs(instance, settings, keys);
        this.threads = new MiloThreads("opcua-" + instance, maxPauseMillis);
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
        OpcTcpClientTransportConfigBuilder transport = OpcTcpClientTransportConfig.newBuilder();
        configure(transport);
        OpcUaClient client = new OpcUaClient(configs.of(endpoint), new PromptTransport(transport.build()));
        try {
            return openSession(client, signals);
        } catch (LinkException e) {
            goodbye(client.disconnectAsync());
            if (!settings.security().authenticates()) {
                throw e;
            } else if (Failures.clientRefused(e)) {
                throw new LinkException(
                        "the server refuses this client's certificate (" + e.getMessage() + "): have the server trust "
                                + configs.clientCertificatePlace(),
                        e);
            } else if (Failures.hungUp(e)) {
                throw new LinkException(
                        "the server hung up while security was set up; its log says why, often it does not trust "
                                + configs.clientCertificatePlace(),
                        e);
            }
            throw e;
        } catch (InterruptedException e) {
            client.disconnectAsync();
            throw e;
        }
    }

    /** Why a session should be given up since keys and trust have changed, or null. */
    String objection(Connection connection) {
        return configs.objection(connection.client().getConfig());
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
        String url = settings.endpointUrl();
        try {
            return discover(url);
        } catch (LinkException e) {
            if (!Failures.serverAnswered(e)) {
                throw e;
            }
            // Servers that have only secured endpoints may tell about them under this name (Part 6, 7.6.2).
            LOG.debug("No endpoints at {}, asking at its discovery URL", url, e);
            return discover(url.endsWith("/") ? url + "discovery" : url + "/discovery");
        }
    }

    private List<EndpointDescription> discover(String url) throws LinkException, InterruptedException {
        DiscoveryClient client = EndpointFinder.client(url, this::configure);
        try {
            return await(EndpointFinder.discover(client, url));
        } finally {
            goodbye(client.disconnectAsync());
        }
    }

    private Connection openSession(OpcUaClient client, Consumer<Signal> signals)
            throws LinkException, InterruptedException {
        await(client.connectAsync());
        OpcUaSession session = await(client.getSessionAsync());
        Connection connection = new Connection(client, session, settings, signals);
        client.addSessionActivityListener(new SessionWatch(connection, session.getSessionId(), signals));
        if (client.getSessionAsync().getNow(null) != session) {
            throw new LinkException("the session was lost as soon as it was there");
        }
        return connection;
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
        transport.setConnectTimeout(
                SessionConfigs.millis(settings.requestTimeout().toMillis()));
        transport.setAcknowledgeTimeout(
                SessionConfigs.millis(settings.requestTimeout().toMillis()));
    }
}
