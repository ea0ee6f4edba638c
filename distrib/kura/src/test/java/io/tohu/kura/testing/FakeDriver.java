/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.TypedValue;

/** A driver whose machine is a map. */
public final class FakeDriver implements Driver {

    /** Time of every value. */
    public static final long TIME = 1234;

    /** What the machine would say, by channel; a channel that is not here fails. */
    public final Map<String, TypedValue<?>> values = new HashMap<>();

    /** What was asked of the driver, in order. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    /** Configuration that came with the last record of each channel. */
    public final Map<String, Map<String, Object>> configs = new HashMap<>();

    /** Listeners by channel name. */
    public final Map<String, ChannelListener> listeners = new HashMap<>();

    /** What the driver says of its channels. */
    public Object descriptor = List.of();

    /** Whether it prepares reads. */
    public boolean prepares;

    @Override
    public void read(List<ChannelRecord> records) {
        calls.add("read");
        records.forEach(this::fill);
    }

    private void fill(ChannelRecord record) {
        configs.put(record.getChannelName(), record.getChannelConfig());
        record.setTimestamp(TIME);
        TypedValue<?> value = values.get(record.getChannelName());
        if (value == null) {
            record.setChannelStatus(
                    new ChannelStatus(ChannelFlag.FAILURE, "no such node", new IllegalStateException("x")));
        } else {
            record.setValue(value);
            record.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        }
    }

    @Override
    public void write(List<ChannelRecord> records) {
        for (ChannelRecord record : records) {
            calls.add(
                    "write " + record.getChannelName() + "=" + record.getValue().getValue());
            configs.put(record.getChannelName(), record.getChannelConfig());
        }
    }

    /** @param channel which of the listened to has the value of the map now */
    public void change(String channel) {
        ChannelRecord record =
                ChannelRecord.createReadRecord(channel, values.get(channel).getType());
        fill(record);
        listeners.get(channel).onChannelEvent(new ChannelEvent(record));
    }

    @Override
    public void registerChannelListener(Map<String, Object> channelConfig, ChannelListener listener) {
        listeners.put((String) channelConfig.get("+name"), listener);
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        listeners.values().removeIf(registered -> registered == listener);
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return () -> descriptor;
    }

    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        calls.add("prepare");
        if (!prepares) {
            return null;
        }
        List<ChannelRecord> kept = new ArrayList<>(records);
        return new PreparedRead() {
            @Override
            public List<ChannelRecord> execute() {
                calls.add("execute");
                kept.forEach(FakeDriver.this::fill);
                return kept;
            }

            @Override
            public List<ChannelRecord> getChannelRecords() {
                return kept;
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
    }

    @Override
    public void connect() {
        // The map is always there.
    }

    @Override
    public void disconnect() {
        // The map is always there.
    }
}
