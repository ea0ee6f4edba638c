/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.access;

import io.tohu.opcua.internal.channel.ChannelException;
import io.tohu.opcua.internal.channel.ChannelKind;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Outcome;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Batches;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.link.NodeTypes.NodeType;
import io.tohu.opcua.internal.link.StatusText;
import io.tohu.opcua.internal.value.ConversionException;
import io.tohu.opcua.internal.value.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/** Writes records to their nodes, each as the node's own data type. */
public final class ChannelWriter {

    private ChannelWriter() {}

    /**
     * Writes every record and puts the server's answer into it; a record that cannot be written fails alone.
     *
     * @throws LinkException when the connection fails; whether the rest was written is not known then
     */
    public static void write(Connection connection, Tuning tuning, List<ChannelRecord> records) throws LinkException {
        List<Target> targets = new ArrayList<>(records.size());
        for (ChannelRecord record : records) {
            try {
                ChannelSpec spec = ChannelSpec.of(record);
                if (spec.kind() != ChannelKind.VALUE) {
                    throw new ChannelException("a channel of kind " + spec.kind() + " can only be read");
                }
                targets.add(new Target(record, spec, spec.node().resolve(connection.namespaces())));
            } catch (ChannelException e) {
                Outcome.failed(record, e.getMessage());
            }
        }
        Map<NodeId, StatusCode> unknown =
                connection.nodeTypes().learn(targets.stream().map(Target::node).toList(), tuning.maxItems());
        List<Target> sent = new ArrayList<>(targets.size());
        List<WriteValue> values = new ArrayList<>(targets.size());
        for (Target target : targets) {
            NodeType type = connection.nodeTypes().of(target.node);
            if (type == null) {
                Outcome.failed(
                        target.record, StatusText.of(unknown.get(target.node)) + " (" + target.spec.node() + ")");
                continue;
            }
            try {
                values.add(target.value(type));
                sent.add(target);
            } catch (ConversionException e) {
                Outcome.failed(target.record, e.getMessage() + " (" + target.spec.node() + ")");
            }
        }
        StatusCode[] results = Batches.write(connection, values.toArray(WriteValue[]::new), tuning.maxItems());
        for (int i = 0; i < results.length; i++) {
            Outcome.written(sent.get(i).record, sent.get(i).spec, results[i]);
        }
    }

    private record Target(ChannelRecord record, ChannelSpec spec, NodeId node) {

        WriteValue value(NodeType type) throws ConversionException {
            // Servers take a value without times; many refuse one that brings its own (Part 4, 5.11.4).
            DataValue value = DataValue.valueOnly(
                    ValueWriter.write(record.getValue(), type.builtIn(), type.array(), spec.indexRange() != null));
            return new WriteValue(node, AttributeId.Value.uid(), spec.indexRange(), value);
        }
    }
}
