/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Modbus servers of others, each with the registers that its script describes. */
enum Device {
    PYMODBUS_TCP(Foreign.PYMODBUS, "TCP", "modbus_server.py", "tcp"),
    PYMODBUS_RTU_OVER_TCP(Foreign.PYMODBUS, "RTU_OVER_TCP", "modbus_server.py", "rtu-over-tcp"),
    PYMODBUS_RTU(Foreign.PYMODBUS, "RTU", "modbus_server.py", "rtu"),
    MODBUS_SERIAL_TCP(Foreign.MODBUS_SERIAL, "TCP", "modbus-server.js", "");

    private static final String BAUD = "115200";

    private final Foreign program;
    private final String framing;
    private final String script;
    private final String kind;

    Device(Foreign program, String framing, String script, String kind) {
        this.program = program;
        this.framing = framing;
        this.script = script;
        this.kind = kind;
    }

    /** Skips the calling test where what it needs is not installed. */
    void require() {
        program.require();
        if (serial()) {
            Foreign.SOCAT.require();
        }
    }

    /** Whether it is at the end of a serial line instead of a port. */
    boolean serial() {
        return this == PYMODBUS_RTU;
    }

    /**
     * Starts the server.
     *
     * @param place a port number, or the end of a serial line
     */
    Peer start(String place, Path folder) throws IOException, InterruptedException {
        String path = Foreign.folder().resolve(script).toString();
        List<String> arguments = kind.isEmpty() ? List.of(path, place) : List.of(path, kind, place, BAUD);
        return Peer.start(program.command(), name(), arguments, folder);
    }

    /**
     * A driver's configuration that loses no time.
     *
     * @param place a port number, or the end of a serial line
     */
    Map<String, Object> config(String place, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>();
        if (serial()) {
            config.put("serial.port", place);
            config.put("serial.baud.rate", Integer.parseInt(BAUD));
            config.put("serial.parity", "NONE");
            // A silent device on a line has no connection that tells: each request waits.
            config.put("request.timeout", 300);
            config.put("request.retries", 0);
        } else {
            config.put("host", "127.0.0.1");
            config.put("port", Integer.parseInt(place));
            config.put("request.timeout", 2000);
        }
        config.put("framing", framing);
        config.put("reconnect.min", 20);
        config.put("reconnect.max", 100);
        config.putAll(more);
        return config;
    }
}
