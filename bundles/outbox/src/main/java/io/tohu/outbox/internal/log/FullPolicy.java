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

/**
 * What happens when the queue is full: what is done with goes first, then the oldest of the least important that waits.
 * A message that is less important than all that wait is refused. Called with the lock held.
 */
final class FullPolicy {

    private static final long QUIET_MILLIS = 60_000;

    private final Core core;

    FullPolicy(Core core) {
        this.core = core;
    }

    /**
     * Makes room for a message.
     *
     * @throws QueueFullException when there is none for a message of this priority
     */
    void admit(int priority, int length) throws QueueFullException {
        if (length > limit()) {
            refuse(priority, length, "a message of " + length + " bytes is larger than the queue");
        }
        keepQuota(priority, length);
        while (core.ledger.count() >= core.settings.maxMessages() || core.ledger.bytes() + length > limit()) {
            int least = core.ledger.least();
            if (core.ledger.oldestFinished() != Slots.NONE) {
                remove(core.ledger.oldestFinished());
            } else if (least != Slots.NONE && core.ledger.priority(least) >= priority) {
                drop(least);
            } else {
                refuse(
                        priority,
                        length,
                        "only more important messages wait, and they take all "
                                + (core.ledger.bytes() + length > limit() ? "bytes" : "places"));
            }
        }
    }

    private void keepQuota(int priority, int length) throws QueueFullException {
        double share = core.settings.quotas().share(priority);
        if (share == 1) {
            return;
        }
        Chain queue = core.ledger.queues().get(priority);
        while (queue != null && queue.count() > 0 && exceeds(queue, length, share)) {
            drop(queue.head());
        }
        if (length > share * limit()) {
            refuse(
                    priority,
                    length,
                    "a message of " + length + " bytes is more than the share of priority " + priority);
        }
    }

    private boolean exceeds(Chain queue, int length, double share) {
        return queue.count() + 1 > share * core.settings.maxMessages() || queue.bytes() + length > share * limit();
    }

    /**
     * Bytes that messages may take: the rest of the disk space is what writing the oldest anew needs. While the disk
     * has no more room, the space that the log has.
     */
    private long limit() {
        if (core.log == null) {
            return Long.MAX_VALUE;
        }
        int segment = core.log.capacity();
        long space = core.growing ? core.settings.maxBytes() : Math.min(core.settings.maxBytes(), core.log.size());
        return Math.max(segment / 2, space / 4 * 3 - 2L * segment);
    }

    private void drop(int slot) {
        int priority = core.ledger.priority(slot);
        count(priority, core.ledger.slots().length(slot));
        core.health.full("the oldest of priority " + priority + " are dropped");
        remove(slot);
    }

    private void refuse(int priority, int length, String why) throws QueueFullException {
        count(priority, length);
        core.health.full("messages of priority " + priority + " are refused, because " + why);
        throw new QueueFullException("Outbox is full: " + why);
    }

    /** Counts a message that is dropped or refused, for whatever reason: the cloud is told of all. */
    void count(int priority, int length) {
        core.drops = core.drops.with(priority, length, core.clock.wall());
        core.lastDrop = core.clock.now();
        core.dropsToWrite = true;
    }

    private void remove(int slot) {
        int id = core.ledger.slots().id(slot);
        core.ledger.remove(id);
        core.marks.removed(id);
    }

    /** Says that it is over when nothing was dropped for a while. */
    void tick() {
        if (core.health.isFull() && core.clock.now() - core.lastDrop > QUIET_MILLIS) {
            core.health.notFull(core.drops.total());
        }
    }
}
