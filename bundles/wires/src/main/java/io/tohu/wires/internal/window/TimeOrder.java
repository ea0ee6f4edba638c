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

import java.util.Arrays;
import java.util.List;

/**
 * Tells records that bring something new from those that came twice or late, by the source times of their channels. A
 * channel may repeat its time in a record that brings another one's news: it has not changed.
 */
final class TimeOrder {

    private final long[] newest;
    private final int patience;
    private int inARow;
    private int dropped;

    /** @param patience after how many old records in a row the source's clock is taken to have gone back */
    TimeOrder(int channels, int patience) {
        this.newest = new long[channels];
        this.patience = patience;
        forget();
    }

    private void forget() {
        Arrays.fill(newest, Long.MIN_VALUE);
        inARow = 0;
    }

    /**
     * Takes a record's readings and removes those that are older than what was there before.
     *
     * @return whether anything in it is new
     */
    boolean admit(List<Reading> readings) {
        boolean fresh = false;
        for (int i = 0; i < newest.length; i++) {
            Reading reading = readings.get(i);
            fresh |= reading != null && (!reading.stamped() || reading.time() > newest[i]);
        }
        if (!fresh) {
            dropped++;
            inARow++;
            return false;
        }
        inARow = 0;
        for (int i = 0; i < newest.length; i++) {
            Reading reading = readings.get(i);
            if (reading != null && reading.stamped()) {
                if (reading.time() < newest[i]) {
                    dropped++;
                    readings.set(i, null);
                } else {
                    newest[i] = reading.time();
                }
            }
        }
        return true;
    }

    /** Whether nothing but old records came for so long that the clock must have been set back; forgets the times then. */
    boolean wentBack() {
        if (inARow < patience) {
            return false;
        }
        forget();
        return true;
    }

    /** How many readings were dropped since the last call. */
    int takeDropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }
}
