/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal;

import io.tohu.inference.SampleWindow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;

/**
 * A window as it travels on a wire, where no array of numbers can: property {@code window} holds float32 values,
 * little-endian, row after row, oldest first.
 *
 * @param channels the columns' names
 * @param samples number of rows
 * @param data the rows
 * @param start source time of the first row, ms since the epoch
 * @param end source time of the last row
 * @param held how many values were held over gaps
 * @param interpolated how many values were interpolated over gaps
 * @param dropped readings since the window before that came twice or too late
 * @param context values that travel with the window into its result, such as a batch number, by name
 */
public record WindowRecord(
        List<String> channels,
        int samples,
        byte[] data,
        long start,
        long end,
        int held,
        int interpolated,
        int dropped,
        Map<String, TypedValue<?>> context) {

    /** Property that holds the rows. */
    public static final String DATA = "window";

    private static final String CHANNELS = "window.channels";
    private static final String SAMPLES = "window.samples";
    private static final String START = "window.start";
    private static final String END = "window.end";
    private static final String HELD = "window.held";
    private static final String INTERPOLATED = "window.interpolated";
    private static final String DROPPED = "window.dropped";
    private static final String CONTEXT = "context.";

    public WireRecord toWire() {
        Map<String, TypedValue<?>> properties = new HashMap<>(contextProperties());
        properties.put(DATA, TypedValues.newByteArrayValue(data));
        properties.put(CHANNELS, TypedValues.newStringValue(ChannelNames.join(channels)));
        properties.put(SAMPLES, TypedValues.newIntegerValue(samples));
        properties.put(START, TypedValues.newLongValue(start));
        properties.put(END, TypedValues.newLongValue(end));
        properties.put(HELD, TypedValues.newIntegerValue(held));
        properties.put(INTERPOLATED, TypedValues.newIntegerValue(interpolated));
        properties.put(DROPPED, TypedValues.newIntegerValue(dropped));
        return new WireRecord(properties);
    }

    /**
     * @param names splits the channel names
     * @throws IllegalArgumentException when the record is not a window; the message says what is missing
     */
    public static WindowRecord fromWire(WireRecord record, ChannelNames names) {
        Map<String, TypedValue<?>> properties = record.getProperties();
        return new WindowRecord(
                names.split(require(properties, CHANNELS, String.class)),
                require(properties, SAMPLES, Integer.class),
                require(properties, DATA, byte[].class),
                require(properties, START, Long.class),
                require(properties, END, Long.class),
                require(properties, HELD, Integer.class),
                require(properties, INTERPOLATED, Integer.class),
                require(properties, DROPPED, Integer.class),
                context(properties));
    }

    /** The context under its names on a wire, {@code context.<name>}. */
    public Map<String, TypedValue<?>> contextProperties() {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        context.forEach((name, value) -> properties.put(CONTEXT + name, value));
        return properties;
    }

    private static Map<String, TypedValue<?>> context(Map<String, TypedValue<?>> properties) {
        Map<String, TypedValue<?>> context = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(CONTEXT)) {
                context.put(name.substring(CONTEXT.length()), value);
            }
        });
        return context;
    }

    /**
     * @throws IllegalArgumentException when the data's length does not fit samples and channels
     */
    public SampleWindow toSamples() {
        float[] values = new float[data.length / Float.BYTES];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new SampleWindow(channels, samples, values);
    }

    private static <T> T require(Map<String, TypedValue<?>> properties, String name, Class<T> type) {
        TypedValue<?> value = properties.get(name);
        if (value == null || !type.isInstance(value.getValue())) {
            throw new IllegalArgumentException("the record has no " + type.getSimpleName() + " property " + name
                    + ": a detector takes its input from a Window component");
        }
        return type.cast(value.getValue());
    }
}
