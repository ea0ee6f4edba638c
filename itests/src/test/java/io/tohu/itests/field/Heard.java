/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;

/** A listener whose events a test waits for. */
final class Heard implements ChannelListener {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<ChannelRecord> records = new LinkedBlockingQueue<>();

    @Override
    public void onChannelEvent(ChannelEvent event) {
        records.add(event.getChannelRecord());
    }

    /** The next event that fits; earlier ones are dropped. */
    ChannelRecord next(String what, Predicate<ChannelRecord> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            ChannelRecord record = records.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (record == null) {
                return fail("no event within " + PATIENCE_SECONDS + " s: " + what);
            } else if (wanted.test(record)) {
                return record;
            }
        }
    }

    Object nextValue() throws InterruptedException {
        return next("a value", Reads::succeeded).getValue().getValue();
    }

    String nextFailure() throws InterruptedException {
        return Reads.failure(next("a failure", record -> !Reads.succeeded(record)));
    }
}
