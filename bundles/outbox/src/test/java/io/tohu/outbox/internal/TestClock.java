/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.internal.log.Time;
import java.util.concurrent.atomic.AtomicLong;

/** Two clocks that a test moves. */
public final class TestClock {

    private final AtomicLong elapsed = new AtomicLong();
    private final AtomicLong jumped = new AtomicLong();

    public Time time() {
        return new Time(
                () -> System.nanoTime() + elapsed.get() * 1_000_000,
                () -> System.currentTimeMillis() + elapsed.get() + jumped.get());
    }

    public void pass(long millis) {
        elapsed.addAndGet(millis);
    }

    /** Moves the wall clock alone. */
    public void jump(long millis) {
        jumped.addAndGet(millis);
    }
}
