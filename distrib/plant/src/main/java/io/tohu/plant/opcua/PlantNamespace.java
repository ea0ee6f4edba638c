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

import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Frame;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.Lifecycle;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/** The machine's tags as variables under their folders. One read request, however many variables, sees one frame. */
final class PlantNamespace extends ManagedNamespaceWithLifecycle {

    private final Machine machine;
    private final Counters counters;
    private final List<UaVariableNode> variables = new ArrayList<>();
    private final Sampler sampler;
    private final Object frameLock = new Object();
    private final Consumer<Frame> watcher = this::show;

    PlantNamespace(OpcUaServer server, Machine machine, Counters counters) {
        super(server, OpcUaEndpoint.NAMESPACE);
        this.machine = machine;
        this.counters = counters;
        this.sampler = new Sampler(machine.tags().size(), counters);
        getLifecycleManager().addLifecycle(new Lifecycle() {
            @Override
            public void startup() {
                addNodes();
                machine.board().watch(watcher);
                show(machine.board().frame());
            }

            @Override
            public void shutdown() {
                machine.board().unwatch(watcher);
            }
        });
    }

    private void addNodes() {
        Map<String, UaFolderNode> folders = new HashMap<>();
        List<Tag> tags = machine.tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            UaFolderNode folder = folders.computeIfAbsent(tag.folder(), this::addFolder);
            UaVariableNode variable = variable(tag);
            if (tag.writable()) {
                variable.getFilterChain().addLast(new WriteToMachine(machine, i));
            }
            getNodeManager().addNode(variable);
            folder.addOrganizes(variable);
            variables.add(variable);
        }
    }

    private UaFolderNode addFolder(String name) {
        UaFolderNode folder = new UaFolderNode(
                getNodeContext(), newNodeId(name), newQualifiedName(name), LocalizedText.english(name));
        getNodeManager().addNode(folder);
        folder.addReference(new Reference(
                folder.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), Reference.Direction.INVERSE));
        return folder;
    }

    private UaVariableNode variable(Tag tag) {
        Set<AccessLevel> access = tag.writable() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY;
        boolean array = tag.kind() == Tag.Kind.FLOATS;
        return UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(tag.id()))
                .setBrowseName(newQualifiedName(tag.name()))
                .setDisplayName(LocalizedText.english(tag.name()))
                .setDescription(LocalizedText.english(tag.unit().isEmpty() ? tag.name() : "[" + tag.unit() + "]"))
                .setDataType(dataType(tag.kind()))
                .setTypeDefinition(NodeIds.BaseDataVariableType)
                .setAccessLevel(access)
                .setUserAccessLevel(access)
                .setValueRank(array ? ValueRanks.OneDimension : ValueRanks.Scalar)
                .setArrayDimensions(array ? new UInteger[] {UInteger.valueOf(0)} : null)
                .build());
    }

    private static NodeId dataType(Tag.Kind kind) {
        return switch (kind) {
            case DOUBLE -> NodeIds.Double;
            case FLOATS -> NodeIds.Float;
            case INT -> NodeIds.Int32;
            case FLAG -> NodeIds.Boolean;
        };
    }

    private void show(Frame frame) {
        synchronized (frameLock) {
            for (int i = 0; i < variables.size(); i++) {
                variables.get(i).setValue(Values.of(frame.cell(i)));
            }
            sampler.sample(frame);
        }
    }

    @Override
    public List<DataValue> read(
            ReadContext context, Double maxAge, TimestampsToReturn timestamps, List<ReadValueId> ids) {
        List<DataValue> values;
        synchronized (frameLock) {
            values = super.read(context, maxAge, timestamps, ids);
        }
        count(ids, values);
        return values;
    }

    /** The server itself reads other attributes before each access; only values are what a client asked for. */
    private void count(List<ReadValueId> ids, List<DataValue> values) {
        long read = 0;
        long bytes = 0;
        for (int i = 0; i < values.size(); i++) {
            if (AttributeId.Value.isEqual(ids.get(i).getAttributeId())) {
                read++;
                bytes += Values.size(values.get(i));
            }
        }
        if (read > 0) {
            counters.read(read, bytes);
        }
    }

    @Override
    public List<StatusCode> write(WriteContext context, List<WriteValue> values) {
        List<StatusCode> results = super.write(context, values);
        if (results.stream().allMatch(StatusCode::isGood)) {
            counters.wrote();
        } else {
            counters.refused();
        }
        return results;
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        synchronized (frameLock) {
            for (DataItem item : items) {
                ReadValueId id = item.getReadValueId();
                int tag = tagOf(id.getNodeId());
                if (tag >= 0 && AttributeId.Value.isEqual(id.getAttributeId()) && id.getIndexRange() == null) {
                    sampler.add(item, tag, machine.board().frame());
                } else {
                    // Attributes other than values, and parts of the waveform, are told once; they hardly change.
                    ReadContext context = new ReadContext(getServer(), item.getSession());
                    item.setValue(super.read(context, 0.0, TimestampsToReturn.Both, List.of(id))
                            .get(0));
                }
            }
        }
    }

    private int tagOf(NodeId id) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).getNodeId().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        // The sampler asks each item for its interval at every frame.
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        synchronized (frameLock) {
            items.forEach(sampler::remove);
        }
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        // The sampler asks each item whether it is sampled at every frame.
    }
}
