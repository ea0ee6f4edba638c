/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The frame that is valid now, and those who want to be told of each new one. */
public final class Board {

    private final List<Consumer<Frame>> watchers = new CopyOnWriteArrayList<>();
    private volatile Frame frame;

    Board(Frame first) {
        frame = first;
    }

    public Frame frame() {
        return frame;
    }

    /** The watcher is called in the thread that shows a frame and must not block. */
    public void watch(Consumer<Frame> watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Consumer<Frame> watcher) {
        watchers.remove(watcher);
    }

    synchronized void show(Frame next) {
        frame = next;
        watchers.forEach(watcher -> watcher.accept(next));
    }
}
