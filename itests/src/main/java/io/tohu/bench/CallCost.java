/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What a call costs.
 *
 * @param p50Micros median duration
 * @param p99Micros duration that one call in a hundred exceeds
 * @param bytes allocated on the Java heap by a call, on average
 */
public record CallCost(double p50Micros, double p99Micros, double bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Something to call again and again. */
    @FunctionalInterface
    public interface Call {
        void run() throws IOException;
    }

    /** Measures a number of calls, one by one, in this thread. */
    public static CallCost measure(int calls, Call call) throws IOException {
        double[] micros = new double[calls];
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            call.run();
            micros[i] = (System.nanoTime() - begin) / 1e3;
        }
        allocated = THREADS.getThreadAllocatedBytes(thread) - allocated;
        Percentiles percentiles = new Percentiles(micros);
        return new CallCost(percentiles.at(50), percentiles.at(99), (double) allocated / calls);
    }
}
