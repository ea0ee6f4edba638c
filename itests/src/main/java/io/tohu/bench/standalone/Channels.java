/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** Channels as an asset hands them to a driver: every setting as text. */
public final class Channels {

    private Channels() {}

    /** A channel to read an OPC UA node. */
    public static ChannelRecord variable(String node, DataType type) {
        return toRead(node, type, Map.of("node.id", node));
    }

    /** A channel to write an OPC UA node. */
    public static ChannelRecord variable(String node, TypedValue<?> value) {
        return toWrite(node, value, Map.of("node.id", node));
    }

    /** What an asset says of an OPC UA node that is to be listened to. */
    public static Map<String, Object> listening(String node, DataType type, double interval) {
        return settings(
                node,
                type,
                Map.of(
                        "node.id",
                        node,
                        "sampling.interval",
                        Double.toString(interval),
                        "publishing.interval",
                        Double.toString(interval)));
    }

    /** A channel to read a 16-bit holding register of unit 1. */
    public static ChannelRecord register(int address) {
        return toRead(
                "holding " + address, DataType.INTEGER, register("HOLDING_REGISTER", address, "UINT16", Map.of()));
    }

    /** Channels to read 16-bit holding registers of unit 1 that follow each other. */
    public static List<ChannelRecord> registers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Channels::register).toList();
    }

    /** Settings of a Modbus channel of unit 1, before what is changed. */
    public static Map<String, Object> register(String table, int address, String type, Map<String, Object> changed) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("unit.id", "1");
        settings.put("table", table);
        settings.put("address", Integer.toString(address));
        settings.put("data.type", type);
        settings.putAll(changed);
        return settings;
    }

    public static ChannelRecord toRead(String name, DataType type, Map<String, Object> settings) {
        ChannelRecord record = ChannelRecord.createReadRecord(name, type);
        record.setChannelConfig(settings(name, type, settings));
        return record;
    }

    public static ChannelRecord toWrite(String name, TypedValue<?> value, Map<String, Object> settings) {
        ChannelRecord record = ChannelRecord.createWriteRecord(name, value);
        record.setChannelConfig(settings(name, value.getType(), settings));
        return record;
    }

    /** The settings with what the asset itself adds. */
    public static Map<String, Object> settings(String name, DataType type, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("+name", name);
        all.put("+value.type", type.name());
        return all;
    }
}
