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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.model.variables.AnalogItemType;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/** Variables of a test, in a flat namespace. */
final class TestNamespace extends ManagedNamespaceWithLifecycle {

    static final String URI = "urn:test:machine";

    private final Map<String, UaVariableNode> variables = new ConcurrentHashMap<>();
    private final SubscriptionModel subscriptions;

    TestNamespace(OpcUaServer server, String uri) {
        super(server, uri);
        subscriptions = new SubscriptionModel(server, this);
        getLifecycleManager().addLifecycle(subscriptions);
    }

    /** Adds a variable whose data type is that of its value. */
    void add(String id, Object value) {
        add(id, value, new Variant(value).getDataType().orElseThrow().getNodeId());
    }

    void add(String id, Object value, NodeId dataType) {
        add(id, value, dataType, NodeIds.BaseDataVariableType);
    }

    private void add(String id, Object value, NodeId dataType, NodeId typeDefinition) {
        UaVariableNode variable = UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id))
                .setBrowseName(newQualifiedName(id))
                .setDisplayName(LocalizedText.english(id))
                .setDataType(dataType)
                .setTypeDefinition(typeDefinition)
                .setAccessLevel(AccessLevel.READ_WRITE)
                .setUserAccessLevel(AccessLevel.READ_WRITE)
                .setValueRank(value.getClass().isArray() ? 1 : -1)
                .build());
        variable.setValue(new DataValue(new Variant(value)));
        variable.addReference(new Reference(
                variable.getNodeId(),
                NodeIds.Organizes,
                NodeIds.ObjectsFolder.expanded(),
                Reference.Direction.INVERSE));
        getNodeManager().addNode(variable);
        variables.put(id, variable);
    }

    /** Adds a measured value whose range is known. */
    void addAnalog(String id, double value, double low, double high) {
        add(id, value, NodeIds.Double, NodeIds.AnalogItemType);
        variable(id).setProperty(AnalogItemType.EU_RANGE, new Range(low, high));
    }

    void remove(String id) {
        variables.remove(id).delete();
    }

    UaVariableNode variable(String id) {
        return variables.get(id);
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
