/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.peer;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;

/** A listener that keeps what it hears. */
public final class Heard implements ChannelListener {

    private final BlockingQueue<ChannelRecord> records = new LinkedBlockingQueue<>();

    @Override
    public void onChannelEvent(ChannelEvent event) {
        records.add(event.getChannelRecord());
    }

    public ChannelRecord next() throws InterruptedException {
        ChannelRecord record = records.poll(5, TimeUnit.SECONDS);
        if (record == null) {
            throw new AssertionError("nothing was heard");
        }
        return record;
    }

    public Object nextValue() throws InterruptedException {
        ChannelRecord record = next();
        if (record.getChannelStatus().getChannelFlag() != ChannelFlag.SUCCESS) {
            throw new AssertionError(record.getChannelStatus().getExceptionMessage());
        }
        return record.getValue().getValue();
    }

    /** The next value; a server that is just starting may take a connection and drop it once more. */
    public Object valueAfterFailures() throws InterruptedException {
        ChannelRecord record = next();
        while (record.getChannelStatus().getChannelFlag() != ChannelFlag.SUCCESS) {
            record = next();
        }
        return record.getValue().getValue();
    }

    public String nextFailure() throws InterruptedException {
        ChannelRecord record = next();
        if (record.getChannelStatus().getChannelFlag() != ChannelFlag.FAILURE) {
            throw new AssertionError("a value: " + record.getValue());
        }
        return record.getChannelStatus().getExceptionMessage();
    }

    public int waiting() {
        return records.size();
    }
}
