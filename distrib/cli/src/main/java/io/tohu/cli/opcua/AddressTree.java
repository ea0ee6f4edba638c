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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Walks down a server's hierarchy, level by level with many nodes a request; a node that has several parents is told once. */
final class AddressTree {

    /** Few enough for every server; hardly more is gained by larger requests. */
    private static final int BATCH = 100;

    private static final int CLASSES = NodeClass.Object.getValue() | NodeClass.Variable.getValue();

    private final OpcUaClient client;
    private final Function<NodeId, String> written;
    private final int depth;
    private final int maxNodes;
    private final Set<NodeId> seen = new HashSet<>();
    private final Map<NodeId, List<Child>> children = new LinkedHashMap<>();
    private boolean cutShort;

    private record Child(NodeId id, String name, boolean variable) {}

    /**
     * @param written how node ids are written
     */
    AddressTree(OpcUaClient client, Function<NodeId, String> written, int depth, int maxNodes) {
        this.client = client;
        this.written = written;
        this.depth = depth;
        this.maxNodes = maxNodes;
    }

    /**
     * Everything below a node, parents before their children.
     *
     * @param withoutServer leaves out what the server tells about itself
     * @throws IOException when the server does not answer, or does not know the node
     */
    List<BrowsedNode> walk(NodeId start, boolean withoutServer) throws IOException {
        seen.add(start);
        if (withoutServer) {
            seen.addAll(List.of(NodeIds.Server, NodeIds.Aliases, NodeIds.Locations));
        }
        try {
            List<NodeId> level = List.of(start);
            for (int i = 0; i < depth && !level.isEmpty(); i++) {
                level = below(level);
            }
            cutShort |= !level.isEmpty() && level.stream().anyMatch(this::isParent);
            List<BrowsedNode> nodes = new ArrayList<>();
            Map<NodeId, VariableDetails.Details> details = new VariableDetails(client).of(variables());
            collect(start, List.of(), details, nodes);
            return nodes;
        } catch (UaException e) {
            throw new IOException("the server did not let itself be browsed: " + e.getMessage(), e);
        }
    }

    /** Whether there is more than was walked. */
    boolean cutShort() {
        return cutShort;
    }

    private boolean isParent(NodeId id) {
        return children.values().stream().flatMap(List::stream).anyMatch(c -> c.id().equals(id) && !c.variable());
    }

    private List<NodeId> variables() {
        return children.values().stream()
                .flatMap(List::stream)
                .filter(Child::variable)
                .map(Child::id)
                .toList();
    }

    private List<NodeId> below(List<NodeId> level) throws UaException, IOException {
        List<NodeId> next = new ArrayList<>();
        for (int from = 0; from < level.size(); from += BATCH) {
            List<NodeId> parents = level.subList(from, Math.min(level.size(), from + BATCH));
            List<BrowseResult> results =
                    client.browse(parents.stream().map(AddressTree::description).toList());
            for (int i = 0; i < parents.size(); i++) {
                next.addAll(take(parents.get(i), results.get(i)));
            }
        }
        return next;
    }

    private List<NodeId> take(NodeId parent, BrowseResult result) throws UaException, IOException {
        if (result.getStatusCode().isBad() && children.isEmpty()) {
            throw new IOException(written.apply(parent) + " cannot be browsed: " + result.getStatusCode());
        }
        List<NodeId> found = new ArrayList<>();
        add(parent, result, found);
        ByteString more = result.getContinuationPoint();
        while (more != null && more.isNotNull()) {
            BrowseResult rest = client.browseNext(false, List.of(more)).getResults()[0];
            add(parent, rest, found);
            more = rest.getContinuationPoint();
        }
        return found;
    }

    private void add(NodeId parent, BrowseResult result, List<NodeId> found) {
        ReferenceDescription[] references = result.getReferences();
        for (ReferenceDescription reference : references == null ? new ReferenceDescription[0] : references) {
            NodeId id =
                    reference.getNodeId().toNodeId(client.getNamespaceTable()).orElse(null);
            if (id == null || seen.contains(id)) {
                continue;
            }
            if (seen.size() > maxNodes) {
                cutShort = true;
                return;
            }
            seen.add(id);
            children.computeIfAbsent(parent, p -> new ArrayList<>())
                    .add(new Child(
                            id,
                            String.valueOf(reference.getBrowseName().name()),
                            reference.getNodeClass() == NodeClass.Variable));
            found.add(id);
        }
    }

    private static BrowseDescription description(NodeId node) {
        return new BrowseDescription(
                node,
                BrowseDirection.Forward,
                NodeIds.HierarchicalReferences,
                true,
                uint(CLASSES),
                uint(BrowseResultMask.All.getValue()));
    }

    private void collect(
            NodeId parent, List<String> path, Map<NodeId, VariableDetails.Details> details, List<BrowsedNode> nodes) {
        for (Child child : children.getOrDefault(parent, List.of())) {
            List<String> below = new ArrayList<>(path);
            below.add(child.name());
            VariableDetails.Details known = details.getOrDefault(child.id(), VariableDetails.NONE);
            nodes.add(new BrowsedNode(
                    List.copyOf(below),
                    written.apply(child.id()),
                    child.variable(),
                    known.type(),
                    known.builtIn(),
                    known.array(),
                    known.readable(),
                    known.writable()));
            collect(child.id(), below, details, nodes);
        }
    }
}
