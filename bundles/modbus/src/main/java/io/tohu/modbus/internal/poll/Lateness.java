/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.poll;

/**
 * Whether readings are too slow for their interval. A late one means nothing, nor does a moment in which fast ones stop;
 * more than a third left out for a while does. Not thread-safe.
 */
final class Lateness {

    enum Change {
        NONE,
        TOO_SLOW,
        IN_TIME
    }

    private static final int READINGS = 20;
    private static final int MILLIS = 10_000;

    private final int much;
    private int lateness;
    private boolean late;

    Lateness(int intervalMillis) {
        much = Math.max(READINGS, MILLIS / intervalMillis);
    }

    /** Takes a reading that is due. */
    Change due(boolean leftOut) {
        lateness = Math.max(0, Math.min(much, leftOut ? lateness + 2 : lateness - 1));
        if (late ? lateness == 0 : lateness == much) {
            late = !late;
            return late ? Change.TOO_SLOW : Change.IN_TIME;
        }
        return Change.NONE;
    }
}
