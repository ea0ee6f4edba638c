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
 * When an alarm begins and ends.
 *
 * @param raiseWindows windows in a row that must be above before the alarm is raised
 * @param clearWindows windows in a row that must be below, or have recovered, before it is cleared
 * @param hysteresis by what part of the limit a score must be below it to clear
 * @param minimumMillis for how long the windows must agree, by their source times
 * @param holdOffMillis for how long after an end no alarm is raised
 * @param smoothing weight of the newest window in the exponentially weighted mean of scores, above 0; 1 looks at each
 *     window alone
 * @param recovery share of the alarm's own level below which the machine counts as recovered although it is still above
 *     the limit; 0 waits for the limit
 */
public record AlarmPolicy(
        int raiseWindows,
        int clearWindows,
        double hysteresis,
        long minimumMillis,
        long holdOffMillis,
        double smoothing,
        double recovery) {

    public AlarmPolicy {
        if (raiseWindows < 1 || clearWindows < 1) {
            throw new IllegalArgumentException("an alarm takes at least one window to raise and one to clear");
        }
        if (!(smoothing > 0 && smoothing <= 1)) {
            throw new IllegalArgumentException("smoothing is above 0 and at most 1, not " + smoothing);
        }
        if (!(recovery >= 0 && recovery < 1)) {
            throw new IllegalArgumentException("recovery is at least 0 and below 1, not " + recovery);
        }
    }

    /** Looks at each window alone and waits for the limit. */
    public static AlarmPolicy plain(int raiseWindows, int clearWindows) {
        return new AlarmPolicy(raiseWindows, clearWindows, 0, 0, 0, 1, 0);
    }

    /** Smoothed, and ending with a recovery. */
    public AlarmPolicy following(double weight, double share) {
        return new AlarmPolicy(raiseWindows, clearWindows, hysteresis, minimumMillis, holdOffMillis, weight, share);
    }

    /** Whether scores are smoothed or recoveries looked for. */
    boolean follows() {
        return smoothing < 1 || recovery > 0;
    }
}
