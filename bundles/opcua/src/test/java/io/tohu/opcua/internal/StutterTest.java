/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import static io.tohu.opcua.internal.Fixtures.driver;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listening over a line that stops for a moment, as it does when a machine is busy. */
@Timeout(60)
class StutterTest {

    @Test
    void aPauseMuchLongerThanThePublishingIntervalKeepsTheSession() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            Set<Object> before = server.sessionIds();
            gate.hold();
            assertThat(events.silentFor(1500)).isTrue();
            server.set("x", 2);
            gate.release();
            assertThat(events.next(record -> true).getValue().getValue()).isEqualTo(2);
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void changesKeepTheirOrderAndComeOnceWhenTheLineStutters() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("counter", 0));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            Events events = new Events();
            Map<String, Object> config = listening(node("counter"), DataType.INTEGER);
            config.put("queue.size", 100);
            driver.register(config, events);
            events.nextValue(0);
            int sent = 0;
            for (int stutter = 0; stutter < 40; stutter++) {
                gate.hold();
                for (int i = 0; i < 6; i++) {
                    server.set("counter", ++sent);
                    Fixtures.pause(12);
                }
                gate.release();
                Fixtures.pause(5);
            }
            server.set("counter", -1);
            List<Integer> received = events.valuesUntil(-1);
            assertThat(received).isSorted().doesNotHaveDuplicates().endsWith(sent);
        }
    }
}
