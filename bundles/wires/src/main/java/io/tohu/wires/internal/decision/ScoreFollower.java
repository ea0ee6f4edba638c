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
 * Judges scores by their smoothed course instead of one by one.
 *
 * <p>A machine seldom comes back to exactly the state it was learned in: after a fault its score falls, but often stays
 * above the limit for long. So while the alarm is up its own level is followed, and a fall to a share of that level
 * counts as its end. What it fell to is then the mark that a new alarm must clearly exceed, until the score has been
 * below the limit once.
 *
 * <p>Scores are judged as the root of score over limit. T², SPE and other sums of squares are then distances, and a
 * single wild window does not drown the mean.
 */
final class ScoreFollower {

    /** How many times the level it recovered to the score must reach before it counts as a new fault. */
    static final double REARM = 1.3;

    /** The alarm's level is the mean of its first windows, then follows slowly. */
    private static final int LEVEL_WINDOWS = 100;

    private final AlarmPolicy policy;
    private double smoothed = Double.NaN;
    private double level;
    private int levelWindows;
    private double mark = 1;

    ScoreFollower(AlarmPolicy policy) {
        this.policy = policy;
    }

    /**
     * Takes the next window; every window once.
     *
     * @throws IllegalArgumentException when the limit is not above 0: there is no distance to it
     */
    void take(double score, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException(
                    "the limit is " + limit
                            + "; smoothing and recovery need one above 0: set the detector's limit, or smoothing 1 and recovery 0");
        }
        double distance = Math.sqrt(Math.max(0, score) / limit);
        smoothed = Double.isNaN(smoothed) ? distance : smoothed + policy.smoothing() * (distance - smoothed);
    }

    /** While no alarm is up: whether this window speaks for one. */
    boolean above() {
        levelWindows = 0;
        if (smoothed <= 1) {
            mark = 1;
        }
        return smoothed > mark;
    }

    /** While an alarm is up: whether this window speaks for its end. */
    boolean recovered() {
        levelWindows = Math.min(levelWindows + 1, LEVEL_WINDOWS);
        level += (smoothed - level) / levelWindows;
        if (smoothed <= Math.sqrt(1 - policy.hysteresis())) {
            mark = 1;
            return true;
        }
        if (smoothed < policy.recovery() * level) {
            mark = REARM * smoothed;
            return true;
        }
        return false;
    }
}
