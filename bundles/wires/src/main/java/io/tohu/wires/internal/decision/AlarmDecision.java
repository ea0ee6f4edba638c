/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.decision;

/**
 * Turns scores into an alarm that begins and ends only after enough windows in a row agree for long enough, with two
 * limits, so that a score that wavers about one of them does not flood the line. Causal.
 */
public final class AlarmDecision {

    /** What a window did to the alarm. */
    public enum Change {
        NONE,
        RAISED,
        CLEARED
    }

    private final AlarmPolicy policy;
    private final ScoreFollower follower;
    private int against;
    private long againstSince;
    private long quietUntil;
    private boolean alarm;

    /**
     * @param alarm whether the alarm is up already
     * @param quietUntil source time before which none is raised
     */
    public AlarmDecision(AlarmPolicy policy, boolean alarm, long quietUntil) {
        this.policy = policy;
        this.follower = new ScoreFollower(policy);
        this.alarm = alarm;
        this.quietUntil = quietUntil;
    }

    /**
     * Takes the next window's score.
     *
     * @param time source time of the window's end
     */
    public Change next(double score, double limit, long time) {
        if (agrees(score, limit)) {
            against = 0;
            return Change.NONE;
        }
        if (against++ == 0) {
            againstSince = time;
        }
        boolean enough = against >= (alarm ? policy.clearWindows() : policy.raiseWindows())
                && time - againstSince >= policy.minimumMillis()
                && (alarm || time >= quietUntil);
        if (!enough) {
            return Change.NONE;
        }
        against = 0;
        alarm = !alarm;
        if (!alarm) {
            quietUntil = time + policy.holdOffMillis();
        }
        return alarm ? Change.RAISED : Change.CLEARED;
    }

    /** Whether a window leaves the alarm as it is. */
    private boolean agrees(double score, double limit) {
        if (policy.follows()) {
            follower.take(score, limit);
            return !(alarm ? follower.recovered() : follower.above());
        }
        return alarm ? score > limit - policy.hysteresis() * Math.abs(limit) : score <= limit;
    }

    public boolean alarm() {
        return alarm;
    }

    /** Source time before which no alarm is raised. */
    public long quietUntil() {
        return quietUntil;
    }
}
