/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import io.tohu.plant.recording.Recording;
import java.time.Duration;
import java.util.Arrays;

/** How long each row of a replay stays. */
public final class ReplayPace {

    private static final long SECOND = 1_000_000_000L;

    private final long[] gaps;

    private ReplayPace(long[] gaps) {
        this.gaps = gaps;
    }

    /**
     * The recording's own pace, so many times faster. A gap that is longer than ten usual ones, as after a night's stop,
     * and one that does not go forward last as long as a usual one; without times in the file a row lasts a second.
     */
    public static ReplayPace recorded(Recording recording, double speed) {
        long[] gaps = new long[recording.rows()];
        for (int row = 0; row + 1 < gaps.length; row++) {
            gaps[row] = recording.time(row).isEmpty()
                    ? SECOND
                    : Duration.between(
                                    recording.time(row).orElseThrow(),
                                    recording.time(row + 1).orElseThrow())
                            .toNanos();
        }
        long usual = median(gaps);
        for (int row = 0; row < gaps.length; row++) {
            boolean odd = gaps[row] <= 0 || gaps[row] > 10 * usual;
            gaps[row] = Math.round((odd ? usual : gaps[row]) / speed);
        }
        return new ReplayPace(gaps);
    }

    /** Every row lasts the same time, divided by the speed. */
    public static ReplayPace fixed(Recording recording, Duration interval, double speed) {
        long[] gaps = new long[recording.rows()];
        Arrays.fill(gaps, Math.round(interval.toNanos() / speed));
        return new ReplayPace(gaps);
    }

    private static long median(long[] gaps) {
        long[] sorted = Arrays.stream(gaps).filter(gap -> gap > 0).sorted().toArray();
        return sorted.length == 0 ? SECOND : sorted[sorted.length / 2];
    }

    long nanosAfter(int row) {
        return gaps[row];
    }
}
