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

/**
 * Turns scores into an alarm that begins and ends only after enough windows in a row agree for long enough, with two
 * limits, so that a score that wavers about one of them does not flood the line. Causal.
 */
final class AlarmDecision {

    /** What a window did to the alarm. */
    enum Change {
        NONE,
        RAISED,
        CLEARED
    }

    /**
     * When an alarm changes.
     *
     * @param raiseWindows windows in a row above the limit
     * @param clearWindows windows in a row below it
     * @param hysteresis by what part of the limit a score must be below it to clear
     * @param minimumMillis for how long the windows must agree, by their source times
     * @param holdOffMillis for how long after an end no alarm is raised
     */
    record Rules(int raiseWindows, int clearWindows, double hysteresis, long minimumMillis, long holdOffMillis) {}

    private final Rules rules;
    private int against;
    private long againstSince;
    private long quietUntil;
    private boolean alarm;

    /**
     * @param alarm whether the alarm is up already
     * @param quietUntil source time before which none is raised
     */
    AlarmDecision(Rules rules, boolean alarm, long quietUntil) {
        this.rules = rules;
        this.alarm = alarm;
        this.quietUntil = quietUntil;
    }

    /**
     * Takes the next window's score.
     *
     * @param time source time of the window's end
     */
    Change next(double score, double limit, long time) {
        boolean agrees = alarm ? score > limit - rules.hysteresis * Math.abs(limit) : score <= limit;
        if (agrees) {
            against = 0;
            return Change.NONE;
        }
        if (against++ == 0) {
            againstSince = time;
        }
        boolean enough = against >= (alarm ? rules.clearWindows : rules.raiseWindows)
                && time - againstSince >= rules.minimumMillis
                && (alarm || time >= quietUntil);
        if (!enough) {
            return Change.NONE;
        }
        against = 0;
        alarm = !alarm;
        if (!alarm) {
            quietUntil = time + rules.holdOffMillis;
        }
        return alarm ? Change.RAISED : Change.CLEARED;
    }

    boolean alarm() {
        return alarm;
    }

    /** Source time before which no alarm is raised. */
    long quietUntil() {
        return quietUntil;
    }
}
