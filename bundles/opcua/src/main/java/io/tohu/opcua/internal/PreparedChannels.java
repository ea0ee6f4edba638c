/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.channel.Outcome;
import io.tohu.opcua.internal.link.LinkException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.PreparedRead;

/** A list of channels read again and again. Every execution has records of its own, so that threads can share it. */
final class PreparedChannels implements PreparedRead {

    private final DriverCore core;
    private final List<ChannelRecord> channels;
    private final ReadPlan plan;
    private volatile boolean closed;

    PreparedChannels(DriverCore core, List<ChannelRecord> channels) {
        this.core = core;
        this.channels = List.copyOf(channels);
        this.plan = ReadPlan.of(channels);
    }

    @Override
    public List<ChannelRecord> execute() throws KuraException {
        if (closed) {
            throw KuraException.internalError("this prepared read is closed");
        }
        List<ChannelRecord> records = new ArrayList<>(channels.size());
        for (ChannelRecord channel : channels) {
            records.add(ChannelRecord.createReadRecord(
                    channel.getChannelName(), channel.getValueType(), channel.getUnit()));
        }
        try {
            core.read(plan, records);
        } catch (LinkException e) {
            // An asset whose read throws emits nothing: only failed channels carry the reason to wires and cloud.
            records.forEach(record -> Outcome.failed(record, e.getMessage()));
        }
        return records;
    }

    @Override
    public List<ChannelRecord> getChannelRecords() {
        return channels;
    }

    @Override
    public void close() {
        closed = true;
    }
}
