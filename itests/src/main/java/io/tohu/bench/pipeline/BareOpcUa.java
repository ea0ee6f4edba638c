/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.peer.OpcUaPeer;
import java.io.IOException;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** Milo's client alone. */
public final class BareOpcUa implements AutoCloseable {

    private final OpcUaClient client;

    public BareOpcUa(String url) throws IOException {
        try {
            client = OpcUaClient.create(url);
            client.connect();
        } catch (UaException e) {
            throw new IOException("the bare client does not connect " + url + ": " + e.getMessage(), e);
        }
    }

    public OpcUaClient client() {
        return client;
    }

    public static ReadValueId item(String id) {
        return new ReadValueId(
                NodeId.parse(OpcUaPeer.nodeId(id)), AttributeId.Value.uid(), null, QualifiedName.NULL_VALUE);
    }

    /** Reads items in one request. */
    public List<DataValue> read(List<ReadValueId> items) throws IOException {
        try {
            List<DataValue> values =
                    List.of(client.read(0, TimestampsToReturn.Both, items).getResults());
            for (DataValue value : values) {
                if (!value.statusCode().isGood() || value.value().value() == null) {
                    throw new IOException("the bare client read " + value);
                }
            }
            return values;
        } catch (UaException e) {
            throw new IOException("the bare client does not read: " + e.getMessage(), e);
        }
    }

    void write(String id, Object value) throws IOException {
        try {
            List<StatusCode> results = client.writeValues(
                    List.of(NodeId.parse(OpcUaPeer.nodeId(id))), List.of(DataValue.valueOnly(new Variant(value))));
            if (!results.get(0).isGood()) {
                throw new IOException("the bare client's write was refused: " + results);
            }
        } catch (UaException e) {
            throw new IOException("the bare client does not write: " + e.getMessage(), e);
        }
    }

    /** Values a second, reading the same items again and again, one request at a time. */
    double rate(List<ReadValueId> items, long millis) throws IOException {
        long begin = System.nanoTime();
        long nanos = 0;
        long values = 0;
        while (nanos < millis * 1_000_000) {
            values += read(items).size();
            nanos = System.nanoTime() - begin;
        }
        return values * 1e9 / nanos;
    }

    @Override
    public void close() {
        client.disconnectAsync().join();
    }
}
