/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another process or thread brings about. */
final class Await {

    private static final long DEADLINE = 15_000_000_000L;

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + DEADLINE;
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                fail("did not happen within 15 s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
