/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * A node as it is written in a channel: {@code ns=2;s=Pump/speed} by namespace index, or
 * {@code nsu=urn:vendor:plc;s=Pump/speed} by namespace URI, which still finds its node when the server numbers its
 * namespaces in another way after an update (Part 6, 5.3.1.10).
 */
public final class NodeAddress {

    private final String text;
    private final ExpandedNodeId id;

    private NodeAddress(String text, ExpandedNodeId id) {
        this.text = text;
        this.id = id;
    }

    /**
     * Reads an address.
     *
     * @throws ChannelException when it is not a node id, or names another server
     */
    public static NodeAddress parse(String text) throws ChannelException {
        String trimmed = text.trim();
        try {
            ExpandedNodeId id = ExpandedNodeId.parse(trimmed);
            if (id.isLocal()) {
                return new NodeAddress(trimmed, id);
            }
        } catch (UaRuntimeException e) {
            throw new ChannelException("node.id '" + trimmed
                    + "' is not an OPC UA node id: write it like ns=2;s=Pump/speed or nsu=urn:vendor:plc;i=1001");
        }
        throw new ChannelException("node.id '" + trimmed + "' names a node of another server");
    }

    /**
     * The node id in a session.
     *
     * @throws ChannelException when the server does not have the namespace
     */
    public NodeId resolve(NamespaceTable namespaces) throws ChannelException {
        return id.toNodeId(namespaces)
                .orElseThrow(() -> new ChannelException(
                        "the server has no namespace " + id.getNamespaceUri() + " (" + text + ")"));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
