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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
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
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;

/**
 * The built-in types that nodes want to be written with, asked from the server once for each node and kept as long as
 * the session. Thread-safe.
 */
public final class NodeTypes {

    /** Type hierarchies are a few levels deep; a longer chain is a loop in the server. */
    private static final int MAX_DEPTH = 16;

    private final Connection connection;
    private final Map<NodeId, NodeType> known = new ConcurrentHashMap<>();

    NodeTypes(Connection connection) {
        this.connection = connection;
    }

    /**
     * The type of a node's value.
     *
     * @throws ServiceException when the node has no data type to tell; the status says why
     */
    public NodeType of(NodeId node) throws LinkException, ServiceException {
        NodeType type = known.get(node);
        if (type == null) {
            type = ask(node);
            known.put(node, type);
        }
        return type;
    }

    private NodeType ask(NodeId node) throws LinkException, ServiceException {
        DataValue[] attributes = connection.read(new ReadValueId[] {
            attribute(node, AttributeId.DataType),
            attribute(node, AttributeId.ValueRank),
            attribute(node, AttributeId.Value)
        });
        StatusCode status = attributes[0].statusCode();
        if (!status.isGood() || !(attributes[0].value().value() instanceof NodeId dataType)) {
            throw new ServiceException(status.isGood() ? StatusCode.BAD : status);
        }
        boolean array = attributes[1].value().value() instanceof Integer rank && rank >= 0;
        OpcUaDataType builtIn = builtIn(dataType);
        if (builtIn == null || builtIn == OpcUaDataType.Variant) {
            // An abstract type such as Number says nothing: the server must take what it holds at the moment.
            builtIn = attributes[2].value().getDataType().orElse(OpcUaDataType.Variant);
        }
        return new NodeType(builtIn, array || isArray(attributes[2].value().value()));
    }

    private OpcUaDataType builtIn(NodeId dataType) throws LinkException, ServiceException {
        NodeId type = dataType;
        for (int depth = 0; depth < MAX_DEPTH && type != null; depth++) {
            if (NodeIds.Enumeration.equals(type)) {
                return OpcUaDataType.Int32;
            }
            OpcUaDataType builtIn = OpcUaDataType.fromNodeId(type);
            if (builtIn != null) {
                return builtIn;
            }
            type = superType(type);
        }
        return null;
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
        if (results == null || results.length == 0 || results[0].getReferences() == null) {
            return null;
        }
        return results[0].getReferences().length == 0
                ? null
                : results[0]
                        .getReferences()[0]
                        .getNodeId()
                        .toNodeId(connection.namespaces())
                        .orElse(null);
    }

    private static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    private static ReadValueId attribute(NodeId node, AttributeId attribute) {
        return new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
    }

    /**
     * What a node's value is made of.
     *
     * @param builtIn built-in type of the value or of its elements; Variant when the server leaves it open
     * @param array whether the value is an array
     */
    public record NodeType(OpcUaDataType builtIn, boolean array) {}
}
