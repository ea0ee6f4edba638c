/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The slots of all names that versions or scorers need; looking a name up makes none. */
final class ModelSlots {

    private final Map<String, ModelSlot> slots = new ConcurrentHashMap<>();

    /** The slot of a name, also of one that no model has yet, until {@link #release(String)}. */
    ModelSlot use(String name) {
        return slots.compute(name, (n, slot) -> {
            ModelSlot used = slot == null ? new ModelSlot(n) : slot;
            used.users.incrementAndGet();
            return used;
        });
    }

    void release(String name) {
        slots.computeIfPresent(name, (n, slot) -> slot.users.decrementAndGet() == 0 ? null : slot);
    }

    LoadedModel active(String name) {
        ModelSlot slot = slots.get(name);
        return slot == null ? null : slot.active();
    }

    LoadedModel acquire(String name) {
        ModelSlot slot = slots.get(name);
        return slot == null ? null : slot.acquire();
    }

    List<String> activeNames() {
        TreeSet<String> names = new TreeSet<>();
        slots.values().stream().filter(slot -> slot.active() != null).forEach(slot -> names.add(slot.name()));
        return List.copyOf(names);
    }

    int size() {
        return slots.size();
    }
}
