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

import io.tohu.modbus.internal.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets a few requests be open at a time, in order, and keeps the pause that a device needs between them. */
final class RequestWindow<T> {

    private record Waiting<T>(Supplier<CompletableFuture<T>> send, CompletableFuture<T> result) {}

    private final IntSupplier size;
    private final LongSupplier pauseNanos;
    private final Timer timer;
    private final Deque<Waiting<T>> queue = new ArrayDeque<>();
    private final AtomicInteger calls = new AtomicInteger();
    private int open;
    private long notBefore;
    private boolean pausing;
    private Exception ended;

    /**
     * @param size requests that may be open at a time; with a pause it is one
     * @param pauseNanos between a reply and the next request
     */
    RequestWindow(IntSupplier size, LongSupplier pauseNanos, Timer timer) {
        this.size = size;
        this.pauseNanos = pauseNanos;
        this.timer = timer;
        this.notBefore = timer.nanoTime();
    }

    /** @param send called when it is this request's turn */
    CompletableFuture<T> submit(Supplier<CompletableFuture<T>> send) {
        return submit(send, false);
    }

    /** As {@link #submit}, before all that wait. */
    CompletableFuture<T> submitFirst(Supplier<CompletableFuture<T>> send) {
        return submit(send, true);
    }

    private CompletableFuture<T> submit(Supplier<CompletableFuture<T>> send, boolean first) {
        CompletableFuture<T> result = new CompletableFuture<>();
        synchronized (this) {
            if (ended != null) {
                result.completeExceptionally(ended);
                return result;
            }
            if (first) {
                queue.addFirst(new Waiting<>(send, result));
            } else {
                queue.addLast(new Waiting<>(send, result));
            }
        }
        startDue();
        return result;
    }

    /** Nothing is sent for that long. */
    synchronized void hold(long nanos) {
        notBefore = timer.nanoTime() + nanos;
    }

    /** Fails all that wait, and all that come later. */
    void end(Exception reason) {
        List<Waiting<T>> rest;
        synchronized (this) {
            ended = reason;
            rest = new ArrayList<>(queue);
            queue.clear();
        }
        rest.forEach(w -> w.result().completeExceptionally(reason));
    }

    /** One thread at a time starts requests, and none within itself: a reply may be there before the call returns. */
    private void startDue() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Waiting<T> next = takeDue(); next != null; next = takeDue()) {
                start(next);
            }
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void start(Waiting<T> next) {
        CompletableFuture<T> result = next.result();
        next.send().get().whenComplete((reply, failure) -> {
            release();
            // First, so that the device works on the next request while this reply is being used.
            startDue();
            if (failure == null) {
                result.complete(reply);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private synchronized Waiting<T> takeDue() {
        if (queue.isEmpty() || pausing || open >= (pauseNanos.getAsLong() > 0 ? 1 : size.getAsInt())) {
            return null;
        }
        long wait = notBefore - timer.nanoTime();
        if (wait > 0) {
            pausing = true;
            timer.schedule(this::pauseOver, wait);
            return null;
        }
        open++;
        return queue.poll();
    }

    private synchronized void release() {
        open--;
        long next = timer.nanoTime() + pauseNanos.getAsLong();
        if (next - notBefore > 0) {
            notBefore = next;
        }
    }

    private void pauseOver() {
        synchronized (this) {
            pausing = false;
        }
        startDue();
    }
}
