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

/**
 * What is known in memory of each message, 52 bytes a message in primitive arrays; its text stays on disk.
 *
 * <p>Arrays come in pages and a page without messages is given back, so that memory follows the depth of the queue.
 */
final class Slots {

    static final int NONE = -1;

    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;

    /** Columns of so many messages. */
    private static final class Page {
        final int[] id = new int[PAGE];
        final int[] length = new int[PAGE];
        final int[] next = new int[PAGE];
        final int[] previous = new int[PAGE];
        final int[] traits = new int[PAGE];
        final long[] order = new long[PAGE];
        final long[] position = new long[PAGE];
        final long[] published = new long[PAGE];
        final long[] finished = new long[PAGE];
        int free = NONE;
        int fresh;
        int used;
    }

    private Page[] pages = new Page[0];
    private int withRoom;
    private int used;

    int used() {
        return used;
    }

    /** Memory that is taken, in bytes. */
    long bytes() {
        return Arrays.stream(pages).filter(page -> page != null).count() * PAGE * (5 * 4L + 4 * 8L);
    }

    int allocate() {
        while (withRoom < pages.length && pages[withRoom] != null && pages[withRoom].used == PAGE) {
            withRoom++;
        }
        if (withRoom == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, pages.length + pages.length / 8 + 1));
        }
        if (pages[withRoom] == null) {
            pages[withRoom] = new Page();
        }
        Page page = pages[withRoom];
        int place;
        if (page.free == NONE) {
            place = page.fresh++;
        } else {
            place = page.free;
            page.free = page.next[place];
        }
        page.used++;
        used++;
        return withRoom << BITS | place;
    }

    void free(int slot) {
        int number = slot >>> BITS;
        Page page = pages[number];
        page.next[slot & PAGE - 1] = page.free;
        page.free = slot & PAGE - 1;
        page.used--;
        used--;
        if (page.used == 0) {
            pages[number] = null;
        }
        withRoom = Math.min(withRoom, number);
    }

    private Page page(int slot) {
        return pages[slot >>> BITS];
    }

    private static int place(int slot) {
        return slot & PAGE - 1;
    }

    int id(int slot) {
        return page(slot).id[place(slot)];
    }

    void id(int slot, int value) {
        page(slot).id[place(slot)] = value;
    }

    int length(int slot) {
        return page(slot).length[place(slot)];
    }

    void length(int slot, int value) {
        page(slot).length[place(slot)] = value;
    }

    int next(int slot) {
        return page(slot).next[place(slot)];
    }

    void next(int slot, int value) {
        page(slot).next[place(slot)] = value;
    }

    int previous(int slot) {
        return page(slot).previous[place(slot)];
    }

    void previous(int slot, int value) {
        page(slot).previous[place(slot)] = value;
    }

    int traits(int slot) {
        return page(slot).traits[place(slot)];
    }

    void traits(int slot, int value) {
        page(slot).traits[place(slot)] = value;
    }

    long order(int slot) {
        return page(slot).order[place(slot)];
    }

    void order(int slot, long value) {
        page(slot).order[place(slot)] = value;
    }

    long position(int slot) {
        return page(slot).position[place(slot)];
    }

    void position(int slot, long value) {
        page(slot).position[place(slot)] = value;
    }

    long published(int slot) {
        return page(slot).published[place(slot)];
    }

    void published(int slot, long value) {
        page(slot).published[place(slot)] = value;
    }

    long finished(int slot) {
        return page(slot).finished[place(slot)];
    }

    void finished(int slot, long value) {
        page(slot).finished[place(slot)] = value;
    }
}
