/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What single units were seen to lack: functions, or any answer at all. It outlives a connection, since a silent unit
 * may be what ends it.
 */
public final class UnitHabits {

    private record Missing(int unit, int function) {}

    private final LongSupplier nanoTime;
    private final LongSupplier restNanos;
    private final Set<Missing> missing = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> restingUntil = new ConcurrentHashMap<>();
    private final Map<Integer, Long> lastSilence = new ConcurrentHashMap<>();
    private volatile int lastToAnswer = -1;

    /** @param restNanos how long a silent unit is left alone */
    public UnitHabits(LongSupplier nanoTime, LongSupplier restNanos) {
        this.nanoTime = nanoTime;
        this.restNanos = restNanos;
    }

    boolean knows(int unit, int function) {
        return !missing.contains(new Missing(unit, function));
    }

    void lacks(int unit, int function) {
        missing.add(new Missing(unit, function));
    }

    void answered(int unit) {
        lastToAnswer = unit;
    }

    /** Waiting for a unit holds up the others on its line; where there are none, there is nobody to protect. */
    void silent(int unit) {
        lastSilence.put(unit, nanoTime.getAsLong());
        long rest = restNanos.getAsLong();
        if (rest > 0 && lastToAnswer >= 0 && lastToAnswer != unit) {
            restingUntil.put(unit, nanoTime.getAsLong() + rest);
        }
    }

    /** Whether the unit gave no reply to something else after a request began to wait. */
    boolean silentSince(int unit, long asked) {
        Long last = lastSilence.get(unit);
        return last != null && last - asked > 0;
    }

    boolean rests(int unit) {
        Long until = restingUntil.get(unit);
        if (until == null) {
            return false;
        }
        if (nanoTime.getAsLong() - until < 0) {
            return true;
        }
        restingUntil.remove(unit, until);
        return false;
    }
}
