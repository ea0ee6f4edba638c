/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import io.tohu.bench.peer.OpcUaPeer;
import io.tohu.bench.pipeline.BareOpcUa;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Milo's client alone, with one subscription to many items, which counts what comes. */
final class BareListener implements AutoCloseable {

    private static final int QUEUE = 10;

    private final BareOpcUa client;
    private final LongAdder values = new LongAdder();

    BareListener(String url, List<String> ids, double intervalMillis) throws IOException {
        client = new BareOpcUa(url);
        try {
            OpcUaSubscription subscription = new OpcUaSubscription(client.client(), intervalMillis);
            subscription.create();
            for (String id : ids) {
                OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(NodeId.parse(OpcUaPeer.nodeId(id)));
                item.setSamplingInterval(intervalMillis);
                item.setQueueSize(Unsigned.uint(QUEUE));
                item.setDataValueListener((from, value) -> values.increment());
                subscription.addMonitoredItem(item);
            }
            subscription.synchronizeMonitoredItems();
        } catch (UaException e) {
            client.close();
            throw new IOException("the bare client does not subscribe: " + e.getMessage(), e);
        }
    }

    long count() {
        return values.sum();
    }

    @Override
    public void close() {
        client.close();
    }
}
