/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import com.sun.management.OperatingSystemMXBean;
import io.tohu.bench.Goal;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * What a client in this process did over some time.
 *
 * @param perSecond values a second
 * @param cpuMicros processor time of this process for a value, collectors and compilers included
 */
record Load(double perSecond, double cpuMicros) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something that is done again and again. */
    @FunctionalInterface
    interface Work {
        /** Does it once; gives the number of values. */
        long run() throws IOException;
    }

    /** Works for some time. */
    static Load working(long millis, Work work) throws IOException {
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long nanos = 0;
        long values = 0;
        while (nanos < TimeUnit.MILLISECONDS.toNanos(millis)) {
            values += work.run();
            nanos = System.nanoTime() - begin;
        }
        return of(values, nanos, SYSTEM.getProcessCpuTime() - cpu);
    }

    /** Lets some time pass while a counter counts. */
    static Load counting(long millis, LongSupplier counter) {
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long before = counter.getAsLong();
        long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return of(counter.getAsLong() - before, System.nanoTime() - begin, SYSTEM.getProcessCpuTime() - cpu);
    }

    private static Load of(long values, long nanos, long cpuNanos) {
        return new Load(values * 1e9 / nanos, cpuNanos / 1e3 / values);
    }

    /** Rows of rate and of processor time, each held against the reference. */
    static List<Row> rows(Rounds<Load> rounds, String what, double leastRate, double mostCpu) {
        List<Row> rows = new ArrayList<>();
        Row rate = rounds.row(what, "values/s", Load::perSecond);
        rows.add(rate.withGoal(Goal.atLeast(leastRate * rate.reference())));
        Row cpu = rounds.row(what + ", processor time of the client", "us/value", Load::cpuMicros);
        rows.add(Double.isNaN(mostCpu) ? cpu : cpu.withGoal(Goal.atMost(mostCpu * cpu.reference())));
        return rows;
    }
}
