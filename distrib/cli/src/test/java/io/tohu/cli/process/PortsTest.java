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

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsUseAndAWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - 2);
            assertThatThrownBy(ports::requireFree)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("MQTT broker")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void aBaseOutsideThePortsOfUsersIsRefused() {
        assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("1024");
        assertThatCode(() -> new Ports(Ports.DEFAULT_BASE)).doesNotThrowAnyException();
    }
}
