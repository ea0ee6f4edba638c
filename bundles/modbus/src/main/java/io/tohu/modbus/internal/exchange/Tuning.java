/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import io.tohu.modbus.internal.link.BackOff;
import java.time.Duration;
import java.util.function.Supplier;

/** What may change about a connection while it stands. */
public final class Tuning implements Supplier<Pacing> {

    private final BackOff backOff;
    private volatile Pacing pacing;

    public Tuning(Pacing pacing, BackOff backOff) {
        this.pacing = pacing;
        this.backOff = backOff;
    }

    @Override
    public Pacing get() {
        return pacing;
    }

    public BackOff backOff() {
        return backOff;
    }

    /** Requests that are on their way keep what held when they were sent. */
    public void change(Pacing next, Duration reconnectMin, Duration reconnectMax) {
        pacing = next;
        backOff.between(reconnectMin, reconnectMax);
    }
}
