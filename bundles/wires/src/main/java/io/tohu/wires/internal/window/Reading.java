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
 * @param error why it failed, empty when it did not
 */
record Reading(double value, long time, String error) {

    static Reading of(double value, long time) {
        return new Reading(value, time, "");
    }

    static Reading failed(String error, long time) {
        return new Reading(Double.NaN, time, error);
    }

    boolean good() {
        return !Double.isNaN(value);
    }
}
