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
    MODBUS_SERIAL_TCP(Foreign.MODBUS_SERIAL, "TCP", "modbus-server.js", "");

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

    /** Skips the calling test where the server's program is not installed. */
    void require() {
        program.require();
    }

    Peer start(int port, Path folder) throws IOException, InterruptedException {
        String path = Foreign.folder().resolve(script).toString();
        String number = Integer.toString(port);
        return Peer.start(
                program.command(),
                name(),
                kind.isEmpty() ? List.of(path, number) : List.of(path, kind, number),
                folder);
    }

    /** A driver's configuration that loses no time. */
    Map<String, Object> config(int port, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>();
        config.put("host", "127.0.0.1");
        config.put("port", port);
        config.put("framing", framing);
        config.put("request.timeout", 2000);
        config.put("reconnect.min", 20);
        config.put("reconnect.max", 100);
        config.putAll(more);
        return config;
    }
}
