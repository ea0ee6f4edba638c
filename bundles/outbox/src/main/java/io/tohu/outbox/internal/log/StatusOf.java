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

import io.tohu.outbox.OutboxStatus;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the figures of a queue. Called with the lock held. */
final class StatusOf {

    private StatusOf() {}

    static OutboxStatus queue(Core core, Latencies latencies) {
        SortedMap<Integer, Integer> depth = new TreeMap<>();
        long oldest = Long.MAX_VALUE;
        for (var queue : core.ledger.queues().entrySet()) {
            depth.put(queue.getKey(), queue.getValue().count());
            oldest = Math.min(oldest, core.stored(queue.getValue().head()));
        }
        return new OutboxStatus(
                depth,
                core.ledger.inFlightCount(),
                core.ledger.count(),
                oldest == Long.MAX_VALUE ? 0 : core.clock.now() - oldest,
                core.log == null ? 0 : core.log.size(),
                core.ledger.memory(),
                core.memory.count(),
                core.ledger.unreadableCount(),
                core.drops.total(),
                latencies.micros(0.5),
                latencies.micros(0.99),
                core.health.trouble());
    }
}
