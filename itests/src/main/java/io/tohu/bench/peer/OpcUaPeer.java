/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A Milo server on the loopback with variables {@code ns=2;s=<id>}; it samples and publishes down to 10 ms. */
public final class OpcUaPeer implements AutoCloseable {

    private static final String NAMESPACE = "urn:tohu:bench";
    private static final double SHORTEST_INTERVAL = 10;

    private final OpcUaServer server;
    private final Variables variables;
    private final String url;

    /**
     * @param port a free one
     */
    public OpcUaPeer(int port) {
        url = "opc.tcp://127.0.0.1:" + port + "/bench";
        server = new OpcUaServer(
                config(port),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        variables = new Variables(server);
        variables.startup();
    }

    public String url() {
        return url;
    }

    /** Where a node of this server is found. */
    public static String nodeId(String id) {
        return "ns=2;s=" + id;
    }

    /** Adds a variable that clients may read and write. */
    public void add(String id, Object value) {
        variables.add(id, value);
    }

    /** Adds a filter that sees what clients write to a variable. */
    public void watch(String id, AttributeFilter filter) {
        variables.node(id).getFilterChain().addLast(filter);
    }

    /** Adds a variable whose value is another one each time it is looked at, so that every sample is a change. */
    public void addRestless(String id) {
        add(id, 0.0);
        AtomicLong looks = new AtomicLong();
        watch(id, AttributeFilters.getValue(look -> new DataValue(new Variant((double) looks.incrementAndGet()))));
    }

    public void set(String id, Object value) {
        variables.node(id).setValue(new DataValue(new Variant(value)));
    }

    /** Begins to listen. */
    public void start() throws InterruptedException, ExecutionException {
        server.startup().get();
    }

    @Override
    public void close() {
        variables.shutdown();
        server.shutdown().join();
    }

    private static OpcUaServerConfig config(int port) {
        EndpointConfig endpoint = EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                .setHostname("127.0.0.1")
                .setPath("/bench")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .build();
        return OpcUaServerConfig.builder()
                .setApplicationUri("urn:tohu:bench:server")
                .setApplicationName(LocalizedText.english("Tohu bench"))
                .setProductUri("urn:tohu:bench:product")
                .setEndpoints(Set.of(endpoint))
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
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

    private static final class Variables extends ManagedNamespaceWithLifecycle {

        private final Map<String, UaVariableNode> nodes = new HashMap<>();
        private final SubscriptionModel subscriptions;

        Variables(OpcUaServer server) {
            super(server, NAMESPACE);
            subscriptions = new SubscriptionModel(server, this);
            getLifecycleManager().addLifecycle(subscriptions);
        }

        void add(String id, Object value) {
            Variant variant = new Variant(value);
            UaVariableNode node = UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id))
                    .setBrowseName(newQualifiedName(id))
                    .setDisplayName(LocalizedText.english(id))
                    .setDataType(variant.getDataType().orElseThrow().getNodeId())
                    .setTypeDefinition(NodeIds.BaseDataVariableType)
                    .setAccessLevel(AccessLevel.READ_WRITE)
                    .setUserAccessLevel(AccessLevel.READ_WRITE)
                    .build());
            node.setValue(new DataValue(variant));
            node.addReference(new Reference(
                    node.getNodeId(),
                    NodeIds.Organizes,
                    NodeIds.ObjectsFolder.expanded(),
                    Reference.Direction.INVERSE));
            getNodeManager().addNode(node);
            nodes.put(id, node);
        }

        UaVariableNode node(String id) {
            return nodes.get(id);
        }

        @Override
        public void onDataItemsCreated(List<DataItem> items) {
            subscriptions.onDataItemsCreated(items);
        }

        @Override
        public void onDataItemsModified(List<DataItem> items) {
            subscriptions.onDataItemsModified(items);
        }

        @Override
        public void onDataItemsDeleted(List<DataItem> items) {
            subscriptions.onDataItemsDeleted(items);
        }

        @Override
        public void onMonitoringModeChanged(List<MonitoredItem> items) {
            subscriptions.onMonitoringModeChanged(items);
        }
    }
}
