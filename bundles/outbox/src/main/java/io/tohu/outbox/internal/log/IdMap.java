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

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the slot of an identifier: open addressing with linear probing over one array, at most 11 bytes a message. */
final class IdMap {

    private static final int SMALLEST = 1024;

    private final Slots slots;
    private int[] table = new int[SMALLEST];
    private int size;

    IdMap(Slots slots) {
        this.slots = slots;
    }

    long bytes() {
        return table.length * 4L;
    }

    int get(int id) {
        for (int i = start(id); table[i] != 0; i = i + 1 & table.length - 1) {
            if (slots.id(table[i] - 1) == id) {
                return table[i] - 1;
            }
        }
        return Slots.NONE;
    }

    /** Adds a slot, whose identifier must not be known yet. */
    void put(int slot) {
        if (++size > table.length / 4 * 3) {
            resize(table.length * 2);
        }
        insert(slot + 1);
    }

    void remove(int slot) {
        int hole = start(slots.id(slot));
        while (table[hole] != slot + 1) {
            hole = hole + 1 & table.length - 1;
        }
        for (int i = hole + 1 & table.length - 1; table[i] != 0; i = i + 1 & table.length - 1) {
            int home = start(slots.id(table[i] - 1));
            boolean reachable = hole <= i ? hole < home && home <= i : hole < home || home <= i;
            if (!reachable) {
                table[hole] = table[i];
                hole = i;
            }
        }
        table[hole] = 0;
        if (--size < table.length / 8 && table.length > SMALLEST) {
            resize(table.length / 2);
        }
    }

    /** All slots that are known. */
    IntStream slots() {
        return Arrays.stream(table).filter(entry -> entry != 0).map(entry -> entry - 1);
    }

    private void resize(int length) {
        int[] old = table;
        table = new int[length];
        for (int entry : old) {
            if (entry != 0) {
                insert(entry);
            }
        }
    }

    private void insert(int entry) {
        int i = start(slots.id(entry - 1));
        while (table[i] != 0) {
            i = i + 1 & table.length - 1;
        }
        table[i] = entry;
    }

    private int start(int id) {
        int mixed = id * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }
}
