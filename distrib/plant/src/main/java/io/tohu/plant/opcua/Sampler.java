/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.opcua;

import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/**
 * Feeds monitored items from the frames themselves instead of polling beside them: an item whose sampling interval is no
 * longer than the machine's step gets every frame exactly once, a slower one gets the frames that fall due. Not safe for
 * use by several threads.
 */
final class Sampler {

    /** A frame may be this much early, since both clocks jitter. */
    private static final long EARLY_NANOS = 1_000_000;

    private final List<Map<DataItem, Watch>> watchesOfTag = new ArrayList<>();
    private final Counters counters;

    private static final class Watch {
        private Instant due = Instant.MIN;
        private Instant told;
        private Object value;
    }

    Sampler(int tags, Counters counters) {
        for (int i = 0; i < tags; i++) {
            watchesOfTag.add(new IdentityHashMap<>());
        }
        this.counters = counters;
    }

    void add(DataItem item, int tag, Frame now) {
        Watch watch = new Watch();
        watchesOfTag.get(tag).put(item, watch);
        sample(item, watch, now, now.cell(tag));
    }

    void remove(DataItem item) {
        watchesOfTag.forEach(watches -> watches.remove(item));
    }

    /** In the order of the tags, so that the number of a replayed row follows its values. */
    void sample(Frame frame) {
        for (int tag = 0; tag < watchesOfTag.size(); tag++) {
            Frame.Cell cell = frame.cell(tag);
            watchesOfTag.get(tag).forEach((item, watch) -> sample(item, watch, frame, cell));
        }
    }

    private void sample(DataItem item, Watch watch, Frame frame, Frame.Cell cell) {
        boolean due = !frame.time().plusNanos(EARLY_NANOS).isBefore(watch.due);
        if (!item.isSamplingEnabled() || !due || cell.time().equals(watch.told)) {
            return;
        }
        long interval = (long) (item.getSamplingInterval() * 1_000_000);
        Instant next = watch.told == null ? frame.time() : watch.due.plusNanos(interval);
        watch.due = next.isAfter(frame.time()) ? next : frame.time().plusNanos(interval);
        watch.told = cell.time();
        DataValue value = Values.of(cell);
        // The server sends only what has changed.
        if (!Objects.equals(watch.value, cell.value())) {
            counters.pushed(Values.size(value));
        }
        watch.value = cell.value();
        item.setValue(value);
    }
}
