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

import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import java.util.concurrent.atomic.AtomicInteger;

/** What one model name means now: a swap is one write of this reference. */
final class ModelSlot {

    private final String name;
    /** Versions and scorers that need this slot; without any it is dropped. */
    final AtomicInteger users = new AtomicInteger();

    private volatile LoadedModel active;
    private volatile ShadowTrial trial;

    ModelSlot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The active version; null when there is none. */
    LoadedModel active() {
        return active;
    }

    void activate(LoadedModel model) {
        active = model;
    }

    ShadowTrial trial() {
        return trial;
    }

    void trial(ShadowTrial running) {
        trial = running;
    }

    /** Shows a window and what the active version made of it to the version in shadow. */
    void scored(SampleWindow window, Score score) {
        ShadowTrial running = trial;
        if (running != null) {
            running.offer(window, score);
        }
    }

    /** A lease on the active version, which the caller releases; null when there is none. */
    LoadedModel acquire() {
        LoadedModel model = active;
        while (model != null && !model.acquire()) {
            // Swapped and closed between the read and the lease: the slot already names another one.
            model = active;
        }
        return model;
    }
}
