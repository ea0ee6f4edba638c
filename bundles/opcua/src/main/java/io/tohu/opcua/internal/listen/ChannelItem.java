/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import io.tohu.opcua.internal.channel.ChannelKind;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Monitoring;
import io.tohu.opcua.internal.channel.Monitoring.DeadbandKind;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** A channel's monitored item in one session. */
final class ChannelItem extends OpcUaMonitoredItem {

    private final ListenedChannel channel;

    ChannelItem(ListenedChannel channel, NodeId node) {
        super(new ReadValueId(node, AttributeId.Value.uid(), channel.spec().indexRange(), QualifiedName.NULL_VALUE));
        this.channel = channel;
        ChannelSpec spec = channel.spec();
        Monitoring monitoring = spec.monitoring();
        setSamplingInterval(monitoring.samplingMillis() < 0 ? -1 : monitoring.samplingMillis());
        setQueueSize(Unsigned.uint(monitoring.queueSize()));
        setDiscardOldest(monitoring.discardOldest());
        if (spec.kind() == ChannelKind.STATUS_CODE) {
            setFilter(new DataChangeFilter(DataChangeTrigger.Status, Unsigned.uint(0), 0.0));
        } else if (monitoring.deadbandKind() != DeadbandKind.NONE) {
            setFilter(new DataChangeFilter(
                    DataChangeTrigger.StatusValue,
                    Unsigned.uint(monitoring.deadbandKind().ordinal()),
                    monitoring.deadband()));
        }
    }

    ListenedChannel channel() {
        return channel;
    }
}
