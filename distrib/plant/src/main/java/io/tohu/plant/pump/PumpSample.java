/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

import java.util.Arrays;

/** What the sensors say at one instant. */
public final class PumpSample {

    private final double time;
    private final double[] values;

    PumpSample(double time, double[] values) {
        this.time = time;
        this.values = values;
    }

    /** Simulated seconds since the start. */
    public double time() {
        return time;
    }

    /** The reading of one signal in its unit. */
    public double value(Signal signal) {
        return values[signal.ordinal()];
    }

    /** A copy of the eight readings in the order of {@link Signal}. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "PumpSample[" + time + " s, " + Arrays.toString(values) + "]";
    }
}
