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
    /** Null when every record is a sample. */
    private final TimeOrder order;
    /** Null when samples are counted. */
    private final TimeGrid grid;

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
        require("Interval", config.interval_ms(), 0);
        if ((long) samples * channels.size() > MAX_VALUES) {
            throw new IllegalArgumentException("a window of " + samples + " samples of " + channels.size()
                    + " channels is larger than " + MAX_VALUES + " values: set fewer Samples");
        }
        MissingPolicy policy = missing(config.missing());
        boolean holds = policy != MissingPolicy.SKIP;
        this.rows = new RowAssembler(channels.size());
        this.gaps = new GapFiller(channels, holds ? config.hold_samples() : 0, config.stale_ms());
        this.window = new SlidingWindow(samples, config.stride(), channels.size());
        this.order = "SAMPLE".equals(config.repeats()) ? null : new TimeOrder(channels.size(), samples);
        this.grid = config.interval_ms() == 0
                ? null
                : new TimeGrid(
                        channels,
                        config.interval_ms(),
                        config.lateness_ms() > 0 ? config.lateness_ms() : 2L * config.interval_ms(),
                        policy,
                        config.hold_samples(),
                        samples,
                        gridSink());
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
            join();
        }
    }

    private void join() {
        if (grid != null) {
            grid.add(readings);
        } else if (order == null || order.admit(readings)) {
            rows.add(readings, this::row);
        } else if (order.wentBack()) {
            window.clear();
            faults.accept("the same or older source times came " + samples + " times in a row; if the source does not"
                    + " renew its time, set Repeated records");
        }
    }

    private void row(Reading[] row) {
        if (gaps.fill(row)) {
            add(gaps.row(), newest(row), gaps.held(), 0);
        } else {
            gap(gaps.fault());
        }
    }

    private TimeGrid.GridSink gridSink() {
        return new TimeGrid.GridSink() {
            @Override
            public void row(float[] values, long time, int held, int interpolated) {
                add(values, time, held, interpolated);
            }

            @Override
            public void fault(String reason) {
                gap(reason);
            }
        };
    }

    private void gap(String reason) {
        faults.accept(reason);
        window.clear();
    }

    private void add(float[] row, long time, int held, int interpolated) {
        if (window.add(row, time, held, interpolated)) {
            faults.accept("");
            sink.accept(new WindowRecord(
                    channels,
                    samples,
                    window.bytes(),
                    window.start(),
                    window.end(),
                    window.heldValues(),
                    window.interpolatedValues(),
                    dropped(),
                    Map.copyOf(context)));
        }
    }

    private int dropped() {
        if (grid != null) {
            return grid.takeDropped();
        }
        return order == null ? 0 : order.takeDropped();
    }

    private static MissingPolicy missing(String text) {
        try {
            return MissingPolicy.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Missing values is '" + text + "': set HOLD, INTERPOLATE or SKIP", e);
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
