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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;

/**
 * The built-in types that nodes want to be written with, asked from the server once for each node and kept as long as
 * the session. Thread-safe.
 */
public final class NodeTypes {

    /** Type hierarchies are a few levels deep; a longer chain is a loop in the server. */
    private static final int MAX_DEPTH = 16;

    private static final AttributeId[] ASKED = {AttributeId.DataType, AttributeId.ValueRank, AttributeId.Value};

    private final Connection connection;
    private final Map<NodeId, NodeType> nodes = new ConcurrentHashMap<>();
    private final Map<NodeId, OpcUaDataType> dataTypes = new ConcurrentHashMap<>();

    NodeTypes(Connection connection) {
        this.connection = connection;
    }

    /** The type of a node that {@link #learn} was asked for without a failure, else null. */
    public NodeType of(NodeId node) {
        return nodes.get(node);
    }

    /**
     * Asks for the types of nodes that are not known yet.
     *
     * @param max configured maximum of items a request
     * @return nodes whose type the server does not tell, with its reason
     */
    public Map<NodeId, StatusCode> learn(Collection<NodeId> wanted, int max) throws LinkException {
        List<NodeId> unknown =
                wanted.stream().filter(n -> !nodes.containsKey(n)).distinct().toList();
        Map<NodeId, StatusCode> failures = new HashMap<>();
        if (unknown.isEmpty()) {
            return failures;
        }
        List<ReadValueId> items = new ArrayList<>();
        for (NodeId node : unknown) {
            for (AttributeId attribute : ASKED) {
                items.add(new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE));
            }
        }
        DataValue[] answers = Batches.read(connection, items.toArray(ReadValueId[]::new), max);
        for (int i = 0; i < unknown.size(); i++) {
            int at = i * ASKED.length;
            StatusCode failure = keep(unknown.get(i), answers[at], answers[at + 1], answers[at + 2]);
            if (failure != null) {
                failures.put(unknown.get(i), failure);
            }
        }
        return failures;
    }

    private StatusCode keep(NodeId node, DataValue dataType, DataValue rank, DataValue current) throws LinkException {
        if (!dataType.statusCode().isGood()) {
            return dataType.statusCode();
        }
        if (!(dataType.value().value() instanceof NodeId type)) {
            return new StatusCode(StatusCodes.Bad_DataTypeIdUnknown);
        }
        try {
            OpcUaDataType builtIn = builtIn(type);
            if (builtIn == OpcUaDataType.Variant) {
                // An abstract type such as Number says nothing; what the node holds at the moment does.
                builtIn = current.value().getDataType().orElse(OpcUaDataType.Variant);
            }
            Object value = current.value().value();
            boolean array = rank.value().value() instanceof Integer dimensions && dimensions >= 0
                    || value != null && value.getClass().isArray();
            nodes.put(node, new NodeType(builtIn, array));
            return null;
        } catch (ServiceException e) {
            return e.status();
        }
    }

    /** The built-in type that a data type is derived from; Variant for abstract ones. */
    private OpcUaDataType builtIn(NodeId dataType) throws LinkException, ServiceException {
        OpcUaDataType known = dataTypes.get(dataType);
        if (known != null) {
            return known;
        }
        OpcUaDataType found = OpcUaDataType.Variant;
        NodeId type = dataType;
        for (int depth = 0; depth < MAX_DEPTH && type != null; depth++) {
            OpcUaDataType builtIn =
                    NodeIds.Enumeration.equals(type) ? OpcUaDataType.Int32 : OpcUaDataType.fromNodeId(type);
            if (builtIn != null) {
                found = builtIn;
                break;
            }
            type = superType(type);
        }
        dataTypes.put(dataType, found);
        return found;
    }

    private NodeId superType(NodeId type) throws LinkException, ServiceException {
        BrowseDescription upwards = new BrowseDescription(
                type, BrowseDirection.Inverse, NodeIds.HasSubtype, false, Unsigned.uint(0), Unsigned.uint(0));
        BrowseRequest request = new BrowseRequest(
                connection.header(),
                new ViewDescription(NodeId.NULL_VALUE, null, Unsigned.uint(0)),
                Unsigned.uint(1),
                new BrowseDescription[] {upwards});
        BrowseResult[] results = connection.call(request, BrowseResponse.class).getResults();
        ReferenceDescription[] parents = results == null || results.length == 0 ? null : results[0].getReferences();
        return parents == null || parents.length == 0
                ? null
                : parents[0].getNodeId().toNodeId(connection.namespaces()).orElse(null);
    }

    /**
     * What a node's value is made of.
     *
     * @param builtIn built-in type of the value or of its elements; Variant when the server leaves it open
     * @param array whether the value is an array
     */
    public record NodeType(OpcUaDataType builtIn, boolean array) {}
}
