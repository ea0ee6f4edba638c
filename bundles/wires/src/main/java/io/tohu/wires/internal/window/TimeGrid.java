/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays the readings of several channels on a grid of equal intervals, by their source times. A tick is closed when each
 * channel has been heard at or after it, or when any has been heard so much later that the others are not waited for.
 */
final class TimeGrid {

    /** Takes the rows of the grid. */
    interface GridSink {

        /** @param values one a channel; the array is reused */
        void row(float[] values, long time, int held, int interpolated);

        /** Called in place of a row that has no value for a channel. */
        void fault(String reason);
    }

    private final List<String> names;
    private final List<GridChannel> channels = new ArrayList<>();
    private final long interval;
    private final long lateness;
    private final long longestJump;
    private final int patience;
    private final GridSink sink;
    private final float[] row;
    private long next;
    private boolean begun;
    private long newest;
    private int lateInARow;
    private int dropped;

    /**
     * @param lateness how long a tick waits for channels that are silent, ms
     * @param longestGap samples in a row that may be held or interpolated
     * @param samples rows of a window: what is further apart is no window
     */
    TimeGrid(
            List<String> names,
            long interval,
            long lateness,
            MissingPolicy policy,
            int longestGap,
            int samples,
            GridSink sink) {
        this.names = names;
        this.interval = interval;
        this.lateness = lateness;
        this.longestJump = Math.max(lateness, interval * ((long) samples + longestGap + 2));
        this.patience = samples;
        this.sink = sink;
        this.row = new float[names.size()];
        names.forEach(name -> channels.add(new GridChannel(interval, policy, longestGap)));
    }

    void add(List<Reading> readings) {
        boolean taken = false;
        for (int i = 0; i < channels.size(); i++) {
            Reading reading = readings.get(i);
            if (reading == null) {
                continue;
            }
            if (!begun) {
                begin(reading.time());
            }
            if (reading.time() > next - interval && channels.get(i).add(reading)) {
                newest = Math.max(newest, reading.time());
                taken = true;
            } else {
                dropped++;
            }
        }
        lateInARow = taken ? 0 : lateInARow + 1;
        if (lateInARow > patience) {
            sink.fault("the source times went back; windows begin anew");
            clear();
        } else if (begun) {
            close();
        }
    }

    private void begin(long time) {
        begun = true;
        next = Math.floorDiv(time + interval - 1, interval) * interval;
        newest = time;
    }

    private void clear() {
        begun = false;
        lateInARow = 0;
        channels.forEach(GridChannel::clear);
    }

    private void close() {
        if (newest - next > longestJump) {
            sink.fault("no value came for " + (newest - next) / 1000 + " s of source time; windows begin anew");
            next = Math.floorDiv(newest, interval) * interval;
        }
        while (newest >= next + lateness || channels.stream().allMatch(channel -> channel.heardAt(next))) {
            tick();
            next += interval;
        }
    }

    private void tick() {
        int held = 0;
        int interpolated = 0;
        String fault = "";
        for (int i = 0; i < row.length; i++) {
            GridChannel channel = channels.get(i);
            switch (channel.at(next)) {
                case HELD -> held++;
                case INTERPOLATED -> interpolated++;
                case MISSING -> fault =
                        fault.isEmpty() ? "channel " + names.get(i) + " has no value: " + channel.reason() : fault;
                default -> {
                    // A value of its own.
                }
            }
            row[i] = (float) channel.value();
        }
        if (fault.isEmpty()) {
            sink.row(row, next, held, interpolated);
        } else {
            sink.fault(fault);
        }
    }

    /** How many readings came twice or too late since the last call. */
    int takeDropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }
}
