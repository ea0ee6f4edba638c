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

/** Gives identifiers and orders. An order never repeats; an identifier only after all others, and never while in use. */
final class Ids {

    /** The last identifier of those that come from the log; above are those given while no log could be opened. */
    static final int LAST = 0x6fff_ffff;

    private int next;
    private long order;

    Ids(int next, long order) {
        this.next = next;
        this.order = order;
    }

    int take(Ledger ledger) {
        int id;
        do {
            id = next;
            next = id == LAST || id == Integer.MAX_VALUE ? 1 : id + 1;
        } while (ledger.slot(id) != Slots.NONE);
        return id;
    }

    long takeOrder() {
        return order++;
    }

    int next() {
        return next;
    }

    long nextOrder() {
        return order;
    }
}
