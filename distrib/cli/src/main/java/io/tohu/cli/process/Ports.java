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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The TCP ports of a local rig, counted from one base. All of them are on the loopback interface. */
public record Ports(int base) {

    /** The base that the configurations in kura-config name. */
    public static final int DEFAULT_BASE = 14840;

    public Ports {
        if (base < 1024 || base > 65000) {
            throw new IllegalArgumentException("the port base must be between 1024 and 65000, not " + base);
        }
    }

    public int opcUa() {
        return base;
    }

    public int modbus() {
        return base + 1;
    }

    public int mqtt() {
        return base + 2;
    }

    public int control() {
        return base + 3;
    }

    /**
     * @throws IOException when one is taken; the message says which, what it is for and what to do
     */
    public void requireFree() throws IOException {
        Map<String, Integer> uses = new LinkedHashMap<>();
        uses.put("the plant's OPC UA server", opcUa());
        uses.put("the plant's Modbus server", modbus());
        uses.put("the MQTT broker", mqtt());
        uses.put("the plant's control", control());
        for (Map.Entry<String, Integer> use : uses.entrySet()) {
            try (ServerSocket probe = new ServerSocket(use.getValue(), 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (IOException e) {
                throw new IOException("port " + use.getValue() + " for " + use.getKey()
                        + " is in use: stop what listens there, or move all ports with --port-base " + (base + 1000));
            }
        }
    }
}
