/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.util.function.IntConsumer;

/** A queue of slots, linked through the slots themselves. Each slot is in one chain at a time. */
final class Chain {

    private final Slots slots;
    private int head = Slots.NONE;
    private int tail = Slots.NONE;
    /** Where the last one was put in the middle: those that come in order find their place from there. */
    private int lastPut = Slots.NONE;

    private int count;
    private long bytes;

    Chain(Slots slots) {
        this.slots = slots;
    }

    int head() {
        return head;
    }

    int count() {
        return count;
    }

    /** What its messages take on disk. */
    long bytes() {
        return bytes;
    }

    void append(int slot) {
        insertAfter(tail, slot);
    }

    /** Puts a slot where its age belongs; it is looked for from the old end, where what was sent came from. */
    void insertByOrder(int slot) {
        long order = slots.order(slot);
        if (tail == Slots.NONE || slots.order(tail) < order) {
            append(slot);
            return;
        }
        boolean onward = lastPut != Slots.NONE && slots.order(lastPut) < order;
        int before = onward ? lastPut : Slots.NONE;
        for (int at = onward ? slots.next(lastPut) : head; slots.order(at) < order; at = slots.next(at)) {
            before = at;
        }
        insertAfter(before, slot);
        lastPut = slot;
    }

    private void insertAfter(int before, int slot) {
        int after = before == Slots.NONE ? head : slots.next(before);
        slots.previous(slot, before);
        slots.next(slot, after);
        if (before == Slots.NONE) {
            head = slot;
        } else {
            slots.next(before, slot);
        }
        if (after == Slots.NONE) {
            tail = slot;
        } else {
            slots.previous(after, slot);
        }
        count++;
        bytes += slots.length(slot);
    }

    void remove(int slot) {
        int before = slots.previous(slot);
        int after = slots.next(slot);
        if (before == Slots.NONE) {
            head = after;
        } else {
            slots.next(before, after);
        }
        if (after == Slots.NONE) {
            tail = before;
        } else {
            slots.previous(after, before);
        }
        if (lastPut == slot) {
            lastPut = before;
        }
        count--;
        bytes -= slots.length(slot);
    }

    void forEach(IntConsumer action) {
        for (int at = head; at != Slots.NONE; ) {
            int next = slots.next(at);
            action.accept(at);
            at = next;
        }
    }
}
