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

import static io.tohu.opcua.internal.Fixtures.await;
import static io.tohu.opcua.internal.Fixtures.driver;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.link.Link;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator finds in the log. */
@Timeout(60)
class LogTest {

    private final LogLines lines = LogLines.of(Link.class.getName());

    @AfterEach
    void forget() {
        lines.close();
    }

    @Test
    void aChangeOfTheConnectionIsOneLineHoweverManyTriesItTakes() {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            await("many tries are made", () -> tries() > 6);
            try (TestServer first = TestServer.start(port, n -> n.add("x", 1))) {
                events.nextValue(1);
                assertThat(first.sessions()).isEqualTo(1);
            }
            events.nextFailure();
            try (TestServer second = TestServer.start(port, n -> n.add("x", 2))) {
                events.nextValue(2);
                assertThat(second.sessions()).isEqualTo(1);
                assertThat(lines.texts()).hasSize(4);
            }
        }
        assertThat(lines.texts().get(0))
                .startsWith("WARNING t: cannot connect to")
                .contains("connection refused", "trying again by itself");
        assertThat(lines.texts().get(1)).startsWith("INFO t: connected to");
        assertThat(lines.texts().get(2))
                .startsWith("WARNING t: no connection to")
                .contains("the connection was lost");
        assertThat(lines.texts().get(3)).startsWith("INFO t: connected to");
    }

    private long tries() {
        return lines.details().stream()
                .filter(detail -> detail.contains("next try"))
                .count();
    }
}
