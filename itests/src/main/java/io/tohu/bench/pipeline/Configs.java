/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.peer.OpcUaPeer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Configurations of Kura's components and of the drivers. */
public final class Configs {

    public static final String TIMER = "org.eclipse.kura.wire.Timer";
    public static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    public static final String OPCUA_DRIVER = "io.tohu.opcua.OpcUaDriver";
    public static final String MODBUS_DRIVER = "io.tohu.modbus.ModbusDriver";

    public static final String WINDOW = "io.tohu.wires.Window";
    public static final String DETECTOR = "io.tohu.wires.Detector";

    private Configs() {}

    public static Map<String, Object> timer(int millis) {
        return Map.of(
                "type", "SIMPLE",
                "simple.interval", millis,
                "simple.time.unit", "MILLISECONDS",
                "simple.first.tick.policy", "DEFAULT");
    }

    /** An asset without channels, which emits errors and the time of each channel. */
    public static Map<String, Object> asset(String driver) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("driver.pid", driver);
        properties.put("emit.all.channels", false);
        properties.put("emit.errors", true);
        properties.put("emit.on.change", false);
        properties.put("emit.empty.envelopes", true);
        properties.put("timestamp.mode", "PER_CHANNEL");
        return properties;
    }

    /** Adds what the asset itself wants to know of a channel. */
    public static void channel(Map<String, Object> asset, String name, String access, String type) {
        asset.put(name + "#+name", name);
        asset.put(name + "#+type", access);
        asset.put(name + "#+value.type", type);
        asset.put(name + "#+enabled", true);
        asset.put(name + "#+listen", false);
    }

    public static void opcUaChannel(Map<String, Object> asset, String name, String access, String type, String node) {
        channel(asset, name, access, type);
        asset.put(name + "#node.id", OpcUaPeer.nodeId(node));
    }

    public static void register(Map<String, Object> asset, String name, int address) {
        channel(asset, name, "READ", "INTEGER");
        asset.put(name + "#unit.id", 1);
        asset.put(name + "#table", "HOLDING_REGISTER");
        asset.put(name + "#address", address);
        asset.put(name + "#data.type", "UINT16");
    }
}
