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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** One channel's readings round the tick of a grid that is closed next. */
final class GridChannel {

    /** How a value at a tick came about. */
    enum Kind {
        OWN,
        HELD,
        INTERPOLATED,
        MISSING
    }

    /** A channel that is this much faster than the grid loses its oldest readings. */
    private static final int MAX_READINGS = 10_000;

    private final long interval;
    private final MissingPolicy policy;
    private final int longestGap;
    /** By time; the first one may lie before the tick. */
    private final Deque<Reading> readings = new ArrayDeque<>();

    private Reading good;
    private String error = "";
    private double value;

    GridChannel(long interval, MissingPolicy policy, int longestGap) {
        this.interval = interval;
        this.policy = policy;
        this.longestGap = longestGap;
    }

    /** Takes a reading in its place by time; false when there is one of that time already. */
    boolean add(Reading reading) {
        Deque<Reading> later = new ArrayDeque<>();
        while (!readings.isEmpty() && readings.peekLast().time() > reading.time()) {
            later.push(readings.pollLast());
        }
        boolean fresh = readings.isEmpty() || readings.peekLast().time() < reading.time();
        if (fresh) {
            readings.add(reading);
        }
        readings.addAll(later);
        if (readings.size() > MAX_READINGS) {
            readings.removeFirst();
        }
        return fresh;
    }

    boolean heardAt(long tick) {
        return !readings.isEmpty() && readings.peekLast().time() >= tick;
    }

    void clear() {
        readings.clear();
        good = null;
    }

    /** Finds the value at a tick, and forgets what lies before; ticks rise. */
    Kind at(long tick) {
        boolean silent = true;
        error = "it was not heard; read it as often as the others, or raise Longest hold";
        while (!readings.isEmpty() && readings.peekFirst().time() <= tick) {
            Reading reading = readings.pollFirst();
            if (reading.good()) {
                good = reading;
                silent = false;
            } else {
                error = reading.error();
            }
        }
        if (policy == MissingPolicy.INTERPOLATE && good != null && good.time() < tick) {
            Reading after = nextGood();
            if (after != null && after.time() - good.time() <= (longestGap + 1L) * interval) {
                double part = (double) (tick - good.time()) / (after.time() - good.time());
                value = good.value() + part * (after.value() - good.value());
                return after.time() - good.time() <= interval ? Kind.OWN : Kind.INTERPOLATED;
            }
        }
        if (good == null) {
            value = Double.NaN;
            return Kind.MISSING;
        }
        value = good.value();
        if (!silent || tick - good.time() < interval) {
            return Kind.OWN;
        }
        boolean within = policy != MissingPolicy.SKIP && tick - good.time() <= longestGap * interval + interval - 1;
        return within ? Kind.HELD : Kind.MISSING;
    }

    private Reading nextGood() {
        for (Iterator<Reading> i = readings.iterator(); i.hasNext(); ) {
            Reading reading = i.next();
            if (reading.good()) {
                return reading;
            }
        }
        return null;
    }

    /** The value at the last tick. */
    double value() {
        return value;
    }

    /** Why there was no value at the last tick. */
    String reason() {
        return error;
    }
}
