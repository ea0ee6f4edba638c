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

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;

/** A listener whose events a test waits for. */
final class Events implements ChannelListener {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<ChannelRecord> records = new LinkedBlockingQueue<>();

    @Override
    public void onChannelEvent(ChannelEvent event) {
        records.add(event.getChannelRecord());
    }

    /** The next event that fits; earlier ones are dropped. */
    ChannelRecord next(Predicate<ChannelRecord> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                ChannelRecord record = records.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (record == null) {
                    return fail("no such event within " + PATIENCE_SECONDS + " s");
                } else if (wanted.test(record)) {
                    return record;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ChannelRecord nextValue(Object value) {
        return next(record -> succeeded(record) && record.getValue().getValue().equals(value));
    }

    /** The values that come before another one. */
    List<Integer> valuesUntil(Integer last) {
        List<Integer> values = new ArrayList<>();
        for (Integer value = nextInteger(); !value.equals(last); value = nextInteger()) {
            values.add(value);
        }
        return values;
    }

    private Integer nextInteger() {
        return (Integer) nextSuccess().getValue().getValue();
    }

    ChannelRecord nextSuccess() {
        return next(Events::succeeded);
    }

    ChannelRecord nextFailure() {
        return next(record -> !succeeded(record));
    }

    /** Whether there is nothing for a while. */
    boolean silentFor(long millis) throws InterruptedException {
        return records.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    List<ChannelRecord> drain() {
        List<ChannelRecord> drained = new ArrayList<>();
        records.drainTo(drained);
        return drained;
    }

    static boolean succeeded(ChannelRecord record) {
        return record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
    }
}
