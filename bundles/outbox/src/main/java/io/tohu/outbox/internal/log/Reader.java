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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads messages back. Called with the lock held. */
final class Reader {

    private final Core core;
    private boolean told;

    Reader(Core core) {
        this.core = core;
    }

    /** The oldest of the most important that wait. One that cannot be read is set aside and does not hold up others. */
    Optional<StoredView> next() {
        while (true) {
            int slot = core.ledger.next();
            if (slot == Slots.NONE) {
                return Optional.empty();
            }
            Optional<StoredView> view = view(slot);
            if (view.isPresent()) {
                return view;
            }
            core.ledger.setAside(slot);
        }
    }

    Optional<StoredView> get(int id) {
        int slot = core.ledger.slot(id);
        return slot == Slots.NONE ? Optional.empty() : view(slot);
    }

    /** Those that a walk over the ledger comes by. */
    List<StoredView> list(Consumer<IntConsumer> walk) {
        List<StoredView> views = new ArrayList<>();
        walk.accept(slot -> view(slot).ifPresent(views::add));
        return views;
    }

    private Optional<StoredView> view(int slot) {
        Ledger.State state = core.ledger.state(slot);
        try {
            Message message = core.format.read(core.record(slot));
            long finished = core.ledger.slots().finished(slot);
            return Optional.of(new StoredView(
                    message,
                    time(core.ledger.slots().published(slot)),
                    time(state == Ledger.State.CONFIRMED ? finished : 0),
                    time(state == Ledger.State.DROPPED ? finished : 0),
                    core.ledger.token(slot)));
        } catch (IOException e) {
            if (!told) {
                told = true;
                core.health.warn(
                        "message {} cannot be read and is left out, as are others like it: {}",
                        core.ledger.slots().id(slot),
                        e.getMessage());
            }
            return Optional.empty();
        }
    }

    private OptionalLong time(long age) {
        return age == 0 ? OptionalLong.empty() : OptionalLong.of(core.clock.wallOf(age));
    }
}
