/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The plant's own account of itself, as its control port tells it.
 *
 * @param alarm the lamp on the machine
 * @param replay progress of a recording, null for the simulated pump
 * @param served what it has served since its start
 */
public record PlantStatus(Lamp alarm, Replay replay, Served served) {

    /** Whether the alarm lamp is lit. */
    public record Lamp(boolean lit) {}

    /** State {@code waiting}, {@code running} or {@code done}, and the row that is served. */
    public record Replay(String state, int row, int total) {}

    /** What each protocol has served. */
    public record Served(Protocol opcua, Protocol modbus) {

        /** Bytes that left both servers' sockets. */
        public long bytes() {
            return opcua.bytesOut() + modbus.bytesOut();
        }
    }

    /** Values (or registers) that were read or pushed, and all bytes sent. */
    public record Protocol(long valuesRead, long valuesPushed, long bytesOut) {

        public long values() {
            return valuesRead + valuesPushed;
        }
    }

    static PlantStatus parse(String json) {
        JsonObject status = JsonParser.parseString(json).getAsJsonObject();
        JsonObject replay = status.getAsJsonObject("replay");
        JsonObject served = status.getAsJsonObject("served");
        return new PlantStatus(
                new Lamp(status.getAsJsonObject("alarm").get("lit").getAsBoolean()),
                replay == null
                        ? null
                        : new Replay(
                                replay.get("state").getAsString(),
                                replay.get("row").getAsInt(),
                                replay.get("total").getAsInt()),
                new Served(protocol(served.getAsJsonObject("opcua")), protocol(served.getAsJsonObject("modbus"))));
    }

    private static Protocol protocol(JsonObject counters) {
        return new Protocol(
                counters.get("valuesRead").getAsLong(),
                counters.get("valuesPushed").getAsLong(),
                counters.get("bytesOut").getAsLong());
    }
}
