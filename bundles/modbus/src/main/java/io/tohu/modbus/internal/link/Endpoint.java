/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import java.time.Duration;

/** Where a device listens, and how it frames what it sends. */
public record Endpoint(Framing framing, String host, int port, Duration connectTimeout, Duration requestTimeout)
        implements Route {

    /** Modbus over a TCP connection comes in two kinds. */
    public enum Framing {
        /** Modbus TCP: a header with transaction id and length. */
        TCP,
        /** The frames of a serial line with their checksum, as a serial-to-Ethernet converter passes them through. */
        RTU_OVER_TCP
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
