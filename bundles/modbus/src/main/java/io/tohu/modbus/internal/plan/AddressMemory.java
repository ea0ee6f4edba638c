/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.plan;

import io.tohu.modbus.internal.point.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What one connection has learned about the addresses of its devices. It is forgotten with the connection, since a
 * device that was gone may have come back with another program.
 */
public final class AddressMemory implements BlockPlanner.Barriers {

    private record Cell(int unit, Table table, int address) {}

    private record Refusal(String reason, long retryAt) {}

    private final LongSupplier nanoTime;
    private final LongSupplier retryNanos;
    private final Map<Span, Refusal> refused = new HashMap<>();
    private final Set<Cell> cuts = new HashSet<>();
    private int version;

    /** @param retryNanos how long a refused address is left alone before it is asked for again */
    public AddressMemory(LongSupplier nanoTime, LongSupplier retryNanos) {
        this.nanoTime = nanoTime;
        this.retryNanos = retryNanos;
    }

    /** Changes whenever a plan made earlier may no longer be right. */
    public synchronized int version() {
        return version;
    }

    public synchronized void refuse(Span span, String reason) {
        Refusal before = refused.put(span, new Refusal(reason, nanoTime.getAsLong() + retryNanos.getAsLong()));
        if (before == null) {
            version++;
        }
    }

    public synchronized boolean refusesAny() {
        return !refused.isEmpty();
    }

    public synchronized void accept(Span span) {
        if (refused.remove(span) != null) {
            version++;
        }
    }

    /** No request may hold both the cell {@code at} and the one before it. */
    public synchronized void cut(Span at) {
        if (cuts.add(new Cell(at.unit(), at.table(), at.start()))) {
            version++;
        }
    }

    public synchronized boolean isRefused(Span span) {
        return refused.containsKey(span);
    }

    /** Why the span need not be asked for now; empty when it may be asked for. */
    public synchronized Optional<String> refusal(Span span) {
        return Optional.ofNullable(refused.get(span))
                .filter(r -> nanoTime.getAsLong() - r.retryAt() < 0)
                .map(Refusal::reason);
    }

    @Override
    public synchronized boolean between(Span block, Span next) {
        if (next.start() > block.start() && cuts.contains(new Cell(next.unit(), next.table(), next.start()))) {
            return true;
        }
        return next.start() > block.end()
                && refused.keySet().stream()
                        .anyMatch(r -> r.sameTable(block) && r.start() < next.start() && r.end() > block.end());
    }
}
