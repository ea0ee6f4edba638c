/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

/** Turns scores into an alarm that begins and ends only after enough windows in a row agree. Causal. */
final class AlarmDecision {

    /** What a window did to the alarm. */
    enum Change {
        NONE,
        RAISED,
        CLEARED
    }

    private final int raiseWindows;
    private final int clearWindows;
    private int against;
    private boolean alarm;

    /** @param alarm whether the alarm is up already */
    AlarmDecision(int raiseWindows, int clearWindows, boolean alarm) {
        this.alarm = alarm;
        this.raiseWindows = raiseWindows;
        this.clearWindows = clearWindows;
    }

    /** Takes the next window's verdict. */
    Change next(boolean aboveLimit) {
        if (aboveLimit == alarm) {
            against = 0;
            return Change.NONE;
        }
        against++;
        if (against < (alarm ? clearWindows : raiseWindows)) {
            return Change.NONE;
        }
        against = 0;
        alarm = aboveLimit;
        return alarm ? Change.RAISED : Change.CLEARED;
    }

    boolean alarm() {
        return alarm;
    }
}
