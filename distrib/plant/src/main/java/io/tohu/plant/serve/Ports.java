/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import io.tohu.plant.PlantException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before a server starts whether it can have its port, since the servers' own messages do not say it clearly. */
public final class Ports {

    private Ports() {}

    /**
     * The port itself when it is free, or any free one for 0.
     *
     * @param option the option that moves the port, for the message
     * @throws PlantException if another process listens there, or the address is not this machine's
     */
    public static int free(String bind, int port, String what, String option) throws PlantException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw taken(bind, port, what, option, taken);
        }
    }

    public static PlantException taken(String bind, int port, String what, String option, Exception cause) {
        return new PlantException(
                "cannot listen for " + what + " on " + bind + " port " + port + ": " + cause.getMessage()
                        + "; stop what uses it or choose another with " + option,
                cause);
    }
}
