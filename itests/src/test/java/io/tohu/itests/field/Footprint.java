/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What drivers take of this process. */
final class Footprint {

    private static final long MEBIBYTE = 1 << 20;
    private static final int COLLECTIONS = 3;

    private Footprint() {}

    /** Bytes on the heap that are reachable. */
    static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Fails when the heap is much larger than it was. */
    static void assertHeapAsBefore(long before, long mebibytes) {
        assertThat(heap() - before).as("bytes by which the heap has grown").isLessThan(mebibytes * MEBIBYTE);
    }

    /** Threads of drivers of that name. */
    static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }
}
