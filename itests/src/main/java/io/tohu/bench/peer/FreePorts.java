/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import io.tohu.cli.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface that nobody listens on now. */
public final class FreePorts {

    private static final int TRIES = 20;

    private FreePorts() {}

    public static int one() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ports for a rig, which follow each other. */
    public static Ports rig() throws IOException {
        IOException taken = null;
        for (int i = 0; i < TRIES; i++) {
            Ports ports = new Ports(Math.min(one(), 65000));
            try {
                ports.requireFree();
                return ports;
            } catch (IOException e) {
                taken = e;
            }
        }
        throw taken;
    }
}
