/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/** A client of the plant's OPC UA server. */
final class Opc implements AutoCloseable {

    private final OpcUaClient client;

    Opc(Plant plant) throws Exception {
        client = OpcUaClient.create("opc.tcp://127.0.0.1:" + plant.opcuaPort() + "/plant");
        client.connect();
    }

    static NodeId id(String tag) {
        return new NodeId(2, tag);
    }

    DataValue read(String tag) throws Exception {
        return client.readValue(0, TimestampsToReturn.Both, id(tag));
    }

    List<DataValue> readAll(List<String> tags) throws Exception {
        return client.readValues(
                0, TimestampsToReturn.Both, tags.stream().map(Opc::id).toList());
    }

    double number(String tag) throws Exception {
        return ((Number) read(tag).value().value()).doubleValue();
    }

    StatusCode write(String tag, Object value) throws Exception {
        return client.writeValues(List.of(id(tag)), List.of(DataValue.valueOnly(new Variant(value))))
                .get(0);
    }

    /** Everything that a subscription brings, by tag, in order of arrival. */
    Map<String, List<DataValue>> subscribe(double interval, String... tags) throws Exception {
        Map<String, List<DataValue>> arrived = new ConcurrentHashMap<>();
        OpcUaSubscription subscription = new OpcUaSubscription(client, interval);
        subscription.create();
        List<OpcUaMonitoredItem> items = new ArrayList<>();
        for (String tag : tags) {
            List<DataValue> values = new CopyOnWriteArrayList<>();
            arrived.put(tag, values);
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(id(tag));
            item.setSamplingInterval(interval);
            item.setQueueSize(uint(100));
            item.setDataValueListener((source, value) -> values.add(value));
            items.add(item);
        }
        subscription.addMonitoredItems(items);
        subscription.synchronizeMonitoredItems();
        return arrived;
    }

    @Override
    public void close() throws UaException {
        client.disconnect();
    }
}
