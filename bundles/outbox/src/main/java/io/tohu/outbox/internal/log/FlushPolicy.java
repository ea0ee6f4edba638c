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

import java.util.Map;
import java.util.TreeMap;

/**
 * When a stored message is flushed: before store returns, or within an interval.
 *
 * <p>With an interval a message is in the operating system's hands when store returns, so a killed process loses
 * nothing; a power cut loses what is younger than the interval and the time of one flush.
 */
public final class FlushPolicy {

    public static final FlushPolicy AT_ONCE = new FlushPolicy(new TreeMap<>());

    private static final int LONGEST_MILLIS = 60_000;

    private final TreeMap<Integer, Integer> millisFrom;

    private FlushPolicy(TreeMap<Integer, Integer> millisFrom) {
        this.millisFrom = millisFrom;
    }

    /**
     * Reads {@code 5=10, 7=1000}: from priority 5 on every 10 ms, from 7 on every second; what is more important at
     * once.
     */
    public static FlushPolicy parse(String text) {
        return new FlushPolicy(PriorityTable.parse(text, "flush interval in ms", 0, LONGEST_MILLIS));
    }

    /** Milliseconds that a message of a priority may stay unflushed; 0 for none. */
    int millis(int priority) {
        Map.Entry<Integer, Integer> entry = millisFrom.floorEntry(priority);
        return entry == null ? 0 : entry.getValue();
    }
}
