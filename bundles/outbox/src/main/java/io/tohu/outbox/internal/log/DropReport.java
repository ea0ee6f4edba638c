/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the cloud what was dropped, as a message of its own in Kura's format, when messages leave again and once a
 * minute at most.
 */
final class DropReport {

    /** Less important than alarms, and not held up by the rate limit, which begins at 5. */
    static final int PRIORITY = 4;

    /** Kura fills in account and client when it sends. */
    static final String TOPIC = "#account-name/#client-id/TOHU/outbox/dropped";

    private static final long PAUSE_MILLIS = 60_000;
    private static final int METRIC = 5000 << 3 | 2;
    private static final int INT64 = 2;

    private final Core core;
    private final Intake intake;
    private long notBefore;

    DropReport(Core core, Intake intake) {
        this.core = core;
        this.intake = intake;
    }

    /** Adds a report when one is due. Called with the lock held. */
    void add() {
        if (core.drops.untold() == 0 || core.clock.now() < notBefore) {
            return;
        }
        notBefore = core.clock.now() + PAUSE_MILLIS;
        try {
            intake.addOwn(TOPIC, payload(core.drops, core.clock.wall()), PRIORITY);
            core.drops = core.drops.told();
            core.dropsToWrite = true;
        } catch (QueueFullException e) {
            // the next report tells of these too
            core.health.debug("dropped messages are not reported yet: {}", e.getMessage());
        }
    }

    /** A Kura payload (protobuf) with the counts as metrics of type INT64. */
    static byte[] payload(Drops drops, long now) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(1 << 3);
        varint(payload, now);
        metric(payload, "messages", drops.untold());
        metric(payload, "bytes", drops.bytes());
        metric(payload, "first", drops.first());
        metric(payload, "last", drops.last());
        for (int priority = 0; priority < Drops.PRIORITIES; priority++) {
            if (drops.count()[priority] > 0) {
                metric(payload, "priority." + priority, drops.count()[priority]);
            }
        }
        return payload.toByteArray();
    }

    private static void metric(ByteArrayOutputStream payload, String name, long value) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        metric.write(1 << 3 | 2);
        varint(metric, text.length);
        metric.writeBytes(text);
        metric.write(2 << 3);
        varint(metric, INT64);
        metric.write(5 << 3);
        varint(metric, value);
        varint(payload, METRIC);
        varint(payload, metric.size());
        payload.writeBytes(metric.toByteArray());
    }

    private static void varint(ByteArrayOutputStream target, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            target.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        target.write((int) rest);
    }
}
