/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;

/**
 * What a channel's configuration says, read once.
 *
 * @param name channel name
 * @param type Kura type that the value is delivered as
 * @param unit unit to deliver with the value, empty when none is set
 * @param kind what it carries
 * @param node the node, null for what is about the driver
 * @param indexRange elements of an array (Part 4, 7.27, for instance {@code 0:9}), null for the whole value
 * @param monitoring how to listen to it
 */
public record ChannelSpec(
        String name,
        DataType type,
        String unit,
        ChannelKind kind,
        NodeAddress node,
        String indexRange,
        Monitoring monitoring) {

    /** Key of the channel's name, set by Kura. */
    public static final String NAME = "+name";

    /** Key of the channel's value type, set by Kura. */
    public static final String VALUE_TYPE = "+value.type";

    private static final String UNIT = "+unit";

    public static final String KIND = "kind";
    public static final String NODE_ID = "node.id";
    public static final String INDEX_RANGE = "index.range";
    public static final String PUBLISHING_INTERVAL = "publishing.interval";
    public static final String SAMPLING_INTERVAL = "sampling.interval";
    public static final String QUEUE_SIZE = "queue.size";
    public static final String DISCARD_OLDEST = "discard.oldest";
    public static final String DEADBAND_TYPE = "deadband.type";
    public static final String DEADBAND = "deadband";

    /**
     * Reads a record's channel.
     *
     * @throws ChannelException says which setting is wrong
     */
    public static ChannelSpec of(ChannelRecord channel) throws ChannelException {
        return of(channel.getChannelName(), channel.getValueType(), channel.getChannelConfig());
    }

    /**
     * Reads a channel's configuration with Kura's own keys.
     *
     * @throws ChannelException says which setting is wrong
     */
    public static ChannelSpec of(Map<String, Object> config) throws ChannelException {
        String type = text(config, VALUE_TYPE, "");
        try {
            return of(text(config, NAME, ""), DataType.valueOf(type.toUpperCase(Locale.ROOT)), config);
        } catch (IllegalArgumentException e) {
            throw new ChannelException("value type '" + type + "' is none of Kura's");
        }
    }

    private static ChannelSpec of(String name, DataType type, Map<String, Object> config) throws ChannelException {
        ChannelKind kind = config == null ? ChannelKind.VALUE : kind(text(config, KIND, ChannelKind.VALUE.name()));
        if (config == null || kind.ofNode() && text(config, NODE_ID, "").isEmpty()) {
            throw new ChannelException("node.id is missing");
        }
        String range = text(config, INDEX_RANGE, "");
        return new ChannelSpec(
                name,
                type,
                text(config, UNIT, ""),
                kind,
                kind.ofNode() ? NodeAddress.parse(text(config, NODE_ID, "")) : null,
                range.isEmpty() ? null : range,
                monitoring(config));
    }

    private static ChannelKind kind(String text) throws ChannelException {
        try {
            return ChannelKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ChannelException("kind '" + text + "' is none of " + Arrays.toString(ChannelKind.values()));
        }
    }

    private static Monitoring monitoring(Map<String, Object> config) throws ChannelException {
        double queue = number(config, QUEUE_SIZE, 10);
        double deadband = number(config, DEADBAND, 0);
        if (queue < 1 || queue > 0xFFFFFFFFL) {
            throw new ChannelException("queue.size must be 1 or more");
        }
        if (deadband < 0) {
            throw new ChannelException("deadband must not be negative");
        }
        String kind = text(config, DEADBAND_TYPE, Monitoring.DeadbandKind.NONE.name());
        try {
            return new Monitoring(
                    Math.max(0, number(config, PUBLISHING_INTERVAL, 0)),
                    number(config, SAMPLING_INTERVAL, -1),
                    (long) queue,
                    Boolean.parseBoolean(text(config, DISCARD_OLDEST, "true")),
                    Monitoring.DeadbandKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    deadband);
        } catch (IllegalArgumentException e) {
            throw new ChannelException("deadband.type '" + kind + "' is none of NONE, ABSOLUTE and PERCENT");
        }
    }

    private static String text(Map<String, Object> config, String key, String otherwise) {
        Object value = config.get(key);
        return value == null || value.toString().isBlank()
                ? otherwise
                : value.toString().trim();
    }

    private static double number(Map<String, Object> config, String key, double otherwise) throws ChannelException {
        Object value = config.get(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            double parsed = Double.parseDouble(text(config, key, Double.toString(otherwise)));
            if (Double.isFinite(parsed)) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw new ChannelException(key + " '" + value + "' is not a number");
        }
        throw new ChannelException(key + " '" + value + "' is not a number");
    }
}
