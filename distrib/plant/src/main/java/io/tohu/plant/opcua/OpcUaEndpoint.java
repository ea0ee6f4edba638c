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
import io.tohu.plant.serve.ByteCounter;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.Ports;
import io.tohu.plant.serve.ServerThreads;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * Serves a machine's tags as {@code ns=2;s=<tag id>} at {@code opc.tcp://<bind>:<port>/plant}, without security and for
 * anonymous users. Sampling and publishing go down to 10 ms.
 */
public final class OpcUaEndpoint implements AutoCloseable {

    /** Namespace of the tags; its index is 2. */
    public static final String NAMESPACE = "urn:tohu:plant";

    private static final double SHORTEST_INTERVAL = 10;

    private final OpcUaServer server;
    private final PlantNamespace namespace;
    private final int port;

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one
     */
    public OpcUaEndpoint(Machine machine, String bind, int port, ServerThreads threads, Counters counters)
            throws PlantException {
        this.port = Ports.free(bind, port, "OPC UA", "--opcua-port");
        server = new OpcUaServer(config(bind, threads), profile -> transport(threads, counters));
        namespace = new PlantNamespace(server, machine, counters);
        namespace.startup();
        try {
            server.startup().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new PlantException("interrupted while the OPC UA server started", interrupted);
        } catch (ExecutionException failed) {
            close();
            throw Ports.taken(bind, this.port, "OPC UA", "--opcua-port", failed);
        }
    }

    private static OpcTcpServerTransport transport(ServerThreads threads, Counters counters) {
        return new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder()
                .setEventLoop(threads.network())
                .setExecutor(threads.workers())
                .setChannelPipelineCustomizer(pipeline -> pipeline.addFirst(new ByteCounter(counters)))
                .build());
    }

    private OpcUaServerConfig config(String bind, ServerThreads threads) {
        EndpointConfig endpoint = EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress(bind)
                .setBindPort(port)
                .setHostname(bind)
                .setPath("/plant")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .build();
        return OpcUaServerConfig.builder()
                .setApplicationUri("urn:tohu:plant:server")
                .setApplicationName(LocalizedText.english("Tohu plant"))
                .setProductUri("urn:tohu:plant:product")
                .setBuildInfo(new BuildInfo("urn:tohu:plant:product", "Tohu", "Tohu plant", "", "", DateTime.now()))
                .setEndpoints(Set.of(endpoint))
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                .setExecutor(threads.workers())
                .setScheduledExecutor(threads.timers())
                .setLimits(new OpcUaServerConfigLimits() {
                    @Override
                    public Double getMinPublishingInterval() {
                        return SHORTEST_INTERVAL;
                    }

                    @Override
                    public Double getMinSupportedSampleRate() {
                        return SHORTEST_INTERVAL;
                    }
                })
                .build();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        namespace.shutdown();
        server.shutdown().join();
    }
}
