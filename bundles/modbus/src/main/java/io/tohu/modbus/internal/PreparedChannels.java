/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.channel.ChannelBatch;
import io.tohu.modbus.internal.channel.RecordTarget;
import io.tohu.modbus.internal.link.ExchangeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;

/** Channels parsed and planned once; again only when the driver's settings have changed. */
final class PreparedChannels implements PreparedRead {

    private final List<RecordTarget> targets;
    private final Supplier<Device> device;
    private Device planned;
    private ChannelBatch batch;
    private boolean closed;

    PreparedChannels(List<ChannelRecord> records, Supplier<Device> device) {
        this.targets = records.stream().map(r -> new RecordTarget(r, true)).toList();
        this.device = device;
    }

    @Override
    public synchronized List<ChannelRecord> execute() throws ConnectionException, KuraException {
        if (closed) {
            throw new KuraException(KuraErrorCode.CLOSED_DEVICE);
        }
        Device now = device.get();
        if (planned != now) {
            planned = now;
            batch = new ChannelBatch(targets, now.parser(), now.settings().limits());
        }
        try {
            now.read(batch);
        } catch (ExchangeException e) {
            // An asset whose read throws emits nothing: only failed channels carry the reason to wires and cloud.
            long time = System.currentTimeMillis();
            targets.forEach(target -> target.failed(e, time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted", e);
        }
        return getChannelRecords();
    }

    @Override
    public synchronized List<ChannelRecord> getChannelRecords() {
        List<ChannelRecord> records = new ArrayList<>(targets.size());
        for (RecordTarget target : targets) {
            records.add(target.record());
        }
        return records;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
