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

import java.time.Instant;

/** The alarm lamp: whether it is lit, since when, and how often it was switched. */
public final class Lamp {

    /**
     * @param lit whether the lamp is on
     * @param since time of the last write, or of the start
     * @param writes how often a client wrote it
     * @param changes how many of these writes switched it
     */
    public record State(boolean lit, Instant since, long writes, long changes) {}

    private volatile State state;

    Lamp(Instant now) {
        state = new State(false, now, 0, 0);
    }

    public State state() {
        return state;
    }

    synchronized void set(boolean lit, Instant now) {
        boolean changed = lit != state.lit();
        state = new State(lit, now, state.writes() + 1, state.changes() + (changed ? 1 : 0));
    }

    Frame.Cell cell() {
        State now = state;
        return new Frame.Cell(now.lit(), now.since());
    }
}
