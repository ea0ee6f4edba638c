/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Reads what variables are: their types, down to the built-in one, and what this user may do with them. */
final class VariableDetails {

    static final Details NONE = new Details("", "", false, false, false);

    private static final int BATCH = 100;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int DEEPEST_TYPE = 20;

    private static final List<AttributeId> ATTRIBUTES =
            List.of(AttributeId.DataType, AttributeId.ValueRank, AttributeId.UserAccessLevel);

    private final OpcUaClient client;
    private final Map<NodeId, String> builtIns = new HashMap<>();
    private final Map<NodeId, String> names = new HashMap<>();

    /** What is known of one variable. */
    record Details(String type, String builtIn, boolean array, boolean readable, boolean writable) {}

    VariableDetails(OpcUaClient client) {
        this.client = client;
    }

    Map<NodeId, Details> of(List<NodeId> variables) throws UaException {
        Map<NodeId, Details> details = new HashMap<>();
        for (int from = 0; from < variables.size(); from += BATCH) {
            List<NodeId> some = variables.subList(from, Math.min(variables.size(), from + BATCH));
            List<ReadValueId> reads = new ArrayList<>();
            for (NodeId id : some) {
                ATTRIBUTES.forEach(a -> reads.add(new ReadValueId(id, a.uid(), null, QualifiedName.NULL_VALUE)));
            }
            DataValue[] values =
                    client.read(0, TimestampsToReturn.Neither, reads).getResults();
            for (int i = 0; i < some.size(); i++) {
                int at = i * ATTRIBUTES.size();
                details.put(some.get(i), details(values[at], values[at + 1], values[at + 2]));
            }
        }
        return details;
    }

    private Details details(DataValue type, DataValue rank, DataValue access) throws UaException {
        NodeId id = type.value().value() instanceof NodeId node ? node : NodeId.NULL_VALUE;
        int level = access.value().value() instanceof UByte bits ? bits.intValue() : 0;
        boolean array = rank.value().value() instanceof Integer dimensions && dimensions >= 0;
        return new Details(name(id), builtIn(id), array, (level & READ) != 0, (level & WRITE) != 0);
    }

    private String name(NodeId type) throws UaException {
        if (OpcUaDataType.isBuiltin(type)) {
            return OpcUaDataType.fromNodeId(type).name();
        }
        String name = names.get(type);
        if (name == null) {
            DataValue value = client.read(
                            0,
                            TimestampsToReturn.Neither,
                            List.of(new ReadValueId(
                                    type, AttributeId.BrowseName.uid(), null, QualifiedName.NULL_VALUE)))
                    .getResults()[0];
            name = value.value().value() instanceof QualifiedName qualified
                    ? String.valueOf(qualified.name())
                    : type.toParseableString();
            names.put(type, name);
        }
        return name;
    }

    /** Follows a type to the built-in one that it is derived from; enumerations are encoded as Int32. */
    private String builtIn(NodeId type) throws UaException {
        String known = builtIns.get(type);
        if (known != null) {
            return known;
        }
        NodeId at = type;
        String found = "";
        for (int i = 0; i < DEEPEST_TYPE && at != null; i++) {
            if (at.equals(NodeIds.Enumeration)) {
                found = OpcUaDataType.Int32.name();
                break;
            }
            if (OpcUaDataType.isBuiltin(at)) {
                found = OpcUaDataType.fromNodeId(at).name();
                break;
            }
            at = superType(at);
        }
        builtIns.put(type, found);
        return found;
    }

    private NodeId superType(NodeId type) throws UaException {
        ReferenceDescription[] up = client.browse(new BrowseDescription(
                        type,
                        BrowseDirection.Inverse,
                        NodeIds.HasSubtype,
                        true,
                        uint(0),
                        uint(BrowseResultMask.All.getValue())))
                .getReferences();
        return up == null || up.length == 0
                ? null
                : up[0].getNodeId().toNodeId(client.getNamespaceTable()).orElse(null);
    }
}
