/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

/** Time, and things to do later; a seam so that tests need not wait. */
public interface Timer {

    /** Monotonic; only differences mean something. */
    long nanoTime();

    /** Milliseconds since the epoch, for time stamps. */
    long wallMillis();

    /** Runs a short task that must not block, once, after the delay. */
    Scheduled schedule(Runnable task, long delayNanos);

    /** What {@link Timer#schedule} gives back. */
    interface Scheduled {

        /** No effect when the task has begun. */
        void cancel();
    }
}
