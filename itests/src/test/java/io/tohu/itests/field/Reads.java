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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;

/** Reads channels of which it is known what they hold. */
final class Reads {

    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 20;

    private Reads() {}

    /** The value of a channel that must be there. */
    static Object value(Driver driver, ChannelRecord record) throws ConnectionException {
        driver.read(List.of(record));
        return value(record);
    }

    /** The value of a record that must be a success. */
    static Object value(ChannelRecord record) {
        assertThat(record.getChannelStatus().getExceptionMessage())
                .as(record.getChannelName())
                .isNull();
        return record.getValue().getValue();
    }

    static boolean succeeded(ChannelRecord record) {
        return record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
    }

    static String failure(ChannelRecord record) {
        assertThat(succeeded(record)).as(record.getChannelName()).isFalse();
        return record.getChannelStatus().getExceptionMessage();
    }

    /** Whether there is a connection, or one can be made at once. */
    static boolean connects(Driver driver) {
        try {
            driver.connect();
            return true;
        } catch (ConnectionException e) {
            return false;
        }
    }

    /** Whether there is an answer at all; each channel has its own. */
    static boolean answered(Driver driver, List<ChannelRecord> records) {
        try {
            driver.read(records);
            return true;
        } catch (ConnectionException e) {
            return false;
        }
    }

    /**
     * Reads channels once. Whatever fails may fail; what comes must be right.
     *
     * @return whether every channel came
     */
    static boolean right(Driver driver, List<ChannelRecord> records, IntFunction<Object> expected) {
        try {
            driver.read(records);
        } catch (ConnectionException e) {
            assertThat(e.getMessage()).as("reason of a failure").isNotBlank();
            return false;
        }
        boolean all = true;
        for (int i = 0; i < records.size(); i++) {
            ChannelRecord record = records.get(i);
            if (succeeded(record)) {
                assertThat(record.getValue().getValue())
                        .as(record.getChannelName())
                        .isEqualTo(expected.apply(i));
            } else {
                assertThat(failure(record)).as("reason of a failure").isNotBlank();
                all = false;
            }
        }
        return all;
    }

    /** Waits for something that happens in other threads or processes. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            never.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
