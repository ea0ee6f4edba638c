/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.type.TypedValue;

/**
 * Collects records into batches and sends them in their order. What cannot be sent is kept in bounded memory and tried
 * again. Not for several threads.
 */
final class BatchQueue {

    /** Sends a message; throws when it was not taken. */
    @FunctionalInterface
    interface Outlet {
        void send(KuraMessage message) throws KuraException;
    }

    private final Outlet outlet;
    private final LongSupplier clock;
    private final Map<Object, Batch> open = new LinkedHashMap<>();
    private final Deque<Batch> closed = new ArrayDeque<>();
    private BatchConfig config;
    private long bytes;
    private long dropped;
    private String trouble = "";

    /** @param clock milliseconds since 1970 */
    BatchQueue(BatchConfig config, Outlet outlet, LongSupplier clock) {
        this.config = config;
        this.outlet = outlet;
        this.clock = clock;
    }

    void configure(BatchConfig changed) {
        closeAll();
        config = changed;
    }

    /** Takes a record, and sends what is then complete. */
    void add(Map<String, TypedValue<?>> record) {
        long now = clock.getAsLong();
        String group = config.group_by();
        TypedValue<?> property = record.get(group);
        Object value = property == null ? "" : property.getValue();
        boolean urgent = record.containsKey(config.urgent_property());
        byte[] encoded = RecordEncoding.delimited(record, now);
        Batch batch = open.computeIfAbsent(value, key -> new Batch(group, key, now));
        batch.add(encoded, now, urgent);
        bytes += encoded.length;
        if (urgent) {
            closeAll();
        } else if (batch.count() >= config.records() || batch.bytes() >= config.size_kb() * 1024) {
            open.remove(value);
            closed.add(batch);
        }
        keepBounds();
        // what was not taken a moment ago is tried again by the tick, not by every record
        if (urgent || trouble.isEmpty()) {
            send();
        }
    }

    /** Sends what has waited long enough, and tries again what could not be sent. */
    void tick() {
        long now = clock.getAsLong();
        for (Iterator<Batch> batches = open.values().iterator(); batches.hasNext(); ) {
            Batch batch = batches.next();
            // a clock that was set back must not make records wait for it
            if (now - batch.first() >= config.wait_ms() || now < batch.first()) {
                batches.remove();
                closed.add(batch);
            }
        }
        send();
    }

    /** Sends everything, as far as it is taken. */
    void flush() {
        closeAll();
        send();
    }

    private void closeAll() {
        closed.addAll(open.values());
        open.clear();
    }

    private void send() {
        while (!closed.isEmpty()) {
            Batch batch = closed.peek();
            try {
                outlet.send(batch.message());
            } catch (KuraException | RuntimeException e) {
                trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                return;
            }
            trouble = "";
            closed.remove();
            bytes -= batch.bytes();
        }
    }

    private void keepBounds() {
        long limit = config.hold_kb() * 1024L;
        while (bytes > limit && !closed.isEmpty()) {
            Batch victim = closed.stream()
                    .filter(batch -> !batch.isUrgent())
                    .findFirst()
                    .orElse(closed.peek());
            closed.remove(victim);
            bytes -= victim.bytes();
            dropped += victim.count();
        }
        if (bytes > limit) {
            closeAll();
        }
    }

    /** Records that wait to be sent. */
    int waiting() {
        return open.values().stream().mapToInt(Batch::count).sum()
                + closed.stream().mapToInt(Batch::count).sum();
    }

    /** Records that were dropped because memory was used up. */
    long dropped() {
        return dropped;
    }

    /** Why the last message was not taken, empty when it was. */
    String trouble() {
        return trouble;
    }
}
