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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share a list of work. */
final class Crew implements AutoCloseable {

    private final int size;
    private final ExecutorService threads;

    Crew(int size) {
        this.size = size;
        threads = Executors.newFixedThreadPool(size);
    }

    /** Does everything on the list once; gives the sum of the values. */
    long all(List<Load.Work> list) throws IOException {
        List<Callable<Long>> shares = new ArrayList<>();
        for (int first = 0; first < size; first++) {
            int from = first;
            shares.add(() -> share(list, from));
        }
        long values = 0;
        try {
            for (Future<Long> share : threads.invokeAll(shares)) {
                values += share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
        return values;
    }

    private long share(List<Load.Work> list, int from) throws IOException {
        long values = 0;
        for (int i = from; i < list.size(); i += size) {
            values += list.get(i).run();
        }
        return values;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
