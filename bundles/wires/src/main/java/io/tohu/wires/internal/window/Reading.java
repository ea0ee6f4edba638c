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

/**
 * One channel's part in a record.
 *
 * @param value the value, NaN when the channel failed
 * @param time source time in ms since the epoch
 * @param stamped whether the source gave the time; otherwise it is when the record came
 * @param error why it failed, empty when it did not
 */
record Reading(double value, long time, boolean stamped, String error) {

    static Reading of(double value, long time, boolean stamped) {
        return new Reading(value, time, stamped, "");
    }

    static Reading failed(String error, long time, boolean stamped) {
        return new Reading(Double.NaN, time, stamped, error);
    }

    /** The same, failed for another reason. */
    Reading because(String other) {
        return failed(other, time, stamped);
    }

    boolean good() {
        return !Double.isNaN(value);
    }
}
