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
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * Serves a machine's tags as {@code ns=2;s=<tag id>} at {@code opc.tcp://<bind>:<port>/plant}, without and with security.
 * Sampling and publishing go down to 10 ms.
 */
public final class OpcUaEndpoint implements AutoCloseable {

    /** Namespace of the tags; its index is 2. */
    public static final String NAMESPACE = "urn:tohu:plant";

    private static final String APPLICATION = "urn:tohu:plant:server";
    private static final double SHORTEST_INTERVAL = 10;

    private final OpcUaServer server;
    private final PlantNamespace namespace;
    private final int port;

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one
     * @param keys file with the server's key, made when it is not there; none: a new key at each start
     */
    public OpcUaEndpoint(
            Machine machine, String bind, int port, Optional<Path> keys, ServerThreads threads, Counters counters)
            throws PlantException {
        this.port = Ports.free(bind, port, "OPC UA", "--opcua-port");
        PlantSecurity security = new PlantSecurity(PlantKeys.of(keys, APPLICATION, bind));
        server = new OpcUaServer(config(bind, threads, security), profile -> transport(threads, counters));
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

    private OpcUaServerConfig config(String bind, ServerThreads threads, PlantSecurity security) throws PlantException {
        return OpcUaServerConfig.builder()
                .setApplicationUri(APPLICATION)
                .setApplicationName(LocalizedText.english("Tohu plant"))
                .setProductUri("urn:tohu:plant:product")
                .setBuildInfo(new BuildInfo("urn:tohu:plant:product", "Tohu", "Tohu plant", "", "", DateTime.now()))
                .setEndpoints(security.endpoints(bind, port))
                .setIdentityValidator(security.identities())
                .setCertificateManager(security.certificates())
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
