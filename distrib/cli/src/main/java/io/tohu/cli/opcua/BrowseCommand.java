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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./tohu opcua browse}: what a server has, and channels for it. */
@Command(
        name = "browse",
        mixinStandardHelpOptions = true,
        description =
                "Prints the tree of a server with node ids, types and access, and writes a channel list that Kura's asset page imports.")
final class BrowseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ENDPOINT", description = "For example opc.tcp://192.168.0.10:4840.")
    private String endpoint;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--start",
            paramLabel = "NODE",
            description = "Node to begin at, e.g. ns=2;s=Pump or nsu=urn:vendor:plc;s=Pump (default: the Objects folder"
                    + " without the server's own diagnostics).")
    private String start;

    @Option(names = "--depth", description = "How far to go down (default: ${DEFAULT-VALUE}).")
    private int depth = 10;

    @Option(names = "--max-nodes", description = "Stop after so many nodes (default: ${DEFAULT-VALUE}).")
    private int maxNodes = 100_000;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a channel for each variable to this file.")
    private Path csv;

    @Option(names = "--listen", description = "With --csv: channels that the server sends when they change.")
    private boolean listen;

    @Option(
            names = "--uris",
            description = "Name namespaces by their URI, which lasts when the server is changed, instead of the index.")
    private boolean uris;

    @Override
    public Integer call() throws InterruptedException {
        try (BrowseSession session = BrowseSession.open(endpoint, server)) {
            NodeId from = start == null ? NodeIds.ObjectsFolder : node(session);
            AddressTree tree = new AddressTree(session.client(), session.nodes(uris), depth, maxNodes);
            List<BrowsedNode> nodes = tree.walk(from, start == null);
            nodes.forEach(node -> System.out.println(node.line()));
            List<BrowsedNode> channels =
                    nodes.stream().filter(ChannelList::fits).toList();
            System.err.printf(
                    "%d nodes, %d variables, %d of them can be a channel%s%n",
                    nodes.size(),
                    nodes.stream().filter(BrowsedNode::variable).count(),
                    channels.size(),
                    tree.cutShort() ? "; stopped at --depth or --max-nodes, there is more" : "");
            if (csv != null) {
                write(channels);
            }
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("opcua browse: " + e.getMessage());
            return 1;
        }
    }

    private NodeId node(BrowseSession session) {
        try {
            return ExpandedNodeId.parse(start)
                    .toNodeId(session.client().getNamespaceTable())
                    .orElseThrow(() ->
                            new IllegalArgumentException("--start " + start + ": the server has no such namespace"));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("--start " + start + " is no node id; write for example ns=2;s=Pump", e);
        }
    }

    private void write(List<BrowsedNode> channels) throws IOException {
        if (channels.isEmpty()) {
            throw new IOException("there is no variable for " + csv + "; nothing is written");
        }
        Files.writeString(csv, new ChannelList(channels, listen).csv());
        System.err.println(csv + ": " + channels.size()
                + " channels; in Kura's console choose the asset under Drivers and Assets, then Upload");
    }
}
