/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox;

import java.util.SortedMap;

/**
 * Figures of a queue.
 *
 * @param depth messages that wait, by priority
 * @param inFlight sent and not confirmed
 * @param messages all, with those that are done with and not yet forgotten
 * @param oldestMillis how long the oldest of the waiting messages has waited; 0 when none waits
 * @param diskBytes what the files take
 * @param memoryBytes what the index takes
 * @param inMemory messages that could not be written yet
 * @param unreadable messages that cannot be read back
 * @param dropped messages that the full queue has thrown away or refused in its life
 * @param storeMicros median time of a store call in microseconds
 * @param storeMicros99 the time that 99 of 100 calls do not exceed
 * @param trouble what is wrong and what to do, empty when all is well
 */
public record OutboxStatus(
        SortedMap<Integer, Integer> depth,
        int inFlight,
        int messages,
        long oldestMillis,
        long diskBytes,
        long memoryBytes,
        int inMemory,
        int unreadable,
        long dropped,
        long storeMicros,
        long storeMicros99,
        String trouble) {

    /** Messages that wait, of all priorities. */
    public int waiting() {
        return depth.values().stream().mapToInt(Integer::intValue).sum();
    }
}
