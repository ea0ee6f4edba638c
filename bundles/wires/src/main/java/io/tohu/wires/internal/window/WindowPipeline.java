/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import io.tohu.wires.internal.WindowRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.kura.type.TypedValue;

/** From asset records to windows, for one configuration. Not thread-safe. */
final class WindowPipeline {

    /** 64 MiB of float32 in the ring, and as much in each record. */
    private static final long MAX_VALUES = 1 << 24;

    private final List<String> channels;
    private final int samples;
    private final RowAssembler rows;
    private final GapFiller gaps;
    private final SlidingWindow window;
    private final List<Reading> readings;
    private final List<String> contextNames;
    private final Map<String, TypedValue<?>> context = new HashMap<>();
    private final Consumer<WindowRecord> sink;
    private final Consumer<String> faults;

    /**
     * @param sink takes each complete window
     * @param faults told what keeps windows from being made, and an empty text when one is made: a channel that only
     *     comes and goes between two windows has not recovered
     */
    WindowPipeline(WindowConfig config, Consumer<WindowRecord> sink, Consumer<String> faults) {
        this.channels = channels(config.channels());
        this.contextNames = names(config.context());
        this.samples = config.samples();
        require("Samples", samples, 1);
        require("Stride", config.stride(), 1);
        require("Longest hold", config.hold_samples(), 0);
        if ((long) samples * channels.size() > MAX_VALUES) {
            throw new IllegalArgumentException("a window of " + samples + " samples of " + channels.size()
                    + " channels is larger than " + MAX_VALUES + " values: set fewer Samples");
        }
        this.rows = new RowAssembler(channels.size());
        this.gaps = new GapFiller(channels, config.hold_samples());
        this.window = new SlidingWindow(samples, config.stride(), channels.size());
        this.readings = new ArrayList<>(channels.size());
        this.sink = sink;
        this.faults = faults;
    }

    private static void require(String field, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(field + " is " + value + ": set at least " + least);
        }
    }

    private static List<String> names(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }

    private static List<String> channels(String list) {
        List<String> channels = names(list);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("no channel is named: set Channels, for example flow,dischargePressure");
        }
        if (channels.stream().distinct().count() < channels.size()) {
            throw new IllegalArgumentException("a channel is named twice in " + list);
        }
        return channels;
    }

    void add(Map<String, TypedValue<?>> record, long now) {
        for (String name : contextNames) {
            if (record.containsKey(name)) {
                context.put(name, record.get(name));
            }
        }
        readings.clear();
        boolean any = false;
        for (String channel : channels) {
            Reading reading = RecordReader.read(record, channel, now);
            any |= reading != null;
            readings.add(reading);
        }
        if (any) {
            rows.add(readings, this::row);
        }
    }

    private void row(Reading[] row) {
        if (!gaps.fill(row)) {
            faults.accept(gaps.fault());
            window.clear();
            return;
        }
        if (window.add(gaps.row(), newest(row), gaps.held())) {
            faults.accept("");
            sink.accept(new WindowRecord(
                    channels,
                    samples,
                    window.bytes(),
                    window.start(),
                    window.end(),
                    window.heldValues(),
                    Map.copyOf(context)));
        }
    }

    private static long newest(Reading[] row) {
        return Arrays.stream(row)
                .filter(r -> r != null)
                .mapToLong(Reading::time)
                .max()
                .orElse(0);
    }
}
