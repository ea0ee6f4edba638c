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

/** What one model name means now: a swap is one write of this reference. */
final class ModelSlot {

    private final String name;
    private volatile LoadedModel active;

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
