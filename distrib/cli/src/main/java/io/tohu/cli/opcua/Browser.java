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
import java.util.List;
import org.eclipse.milo.opcua.stack.core.NodeIds;

/** What {@code ./tohu opcua browse} does, for other commands. */
public final class Browser {

    private static final int DEPTH = 10;
    private static final int MAX_NODES = 100_000;

    private Browser() {}

    /**
     * The channel list of a server that lets itself be browsed without security.
     *
     * @return CSV as Kura's asset page imports it
     */
    public static String channels(String url) throws IOException {
        try (BrowseSession session = BrowseSession.open(url, new ServerOptions())) {
            AddressTree tree = new AddressTree(session.client(), session.nodes(true), DEPTH, MAX_NODES);
            List<BrowsedNode> channels = tree.walk(NodeIds.ObjectsFolder, true).stream()
                    .filter(ChannelList::fits)
                    .toList();
            return new ChannelList(channels, false).csv();
        }
    }
}
