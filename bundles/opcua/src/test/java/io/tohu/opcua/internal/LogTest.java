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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator finds in the log. */
@Timeout(60)
class LogTest {

    private final Logger logger = Logger.getLogger(Link.class.getName());
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.FINE);
        logger.addHandler(lines);
    }

    @AfterEach
    void forget() {
        logger.removeHandler(lines);
        logger.setLevel(null);
    }

    @Test
    void aChangeOfTheConnectionIsOneLineHoweverManyTriesItTakes() {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            await("many tries are made", () -> lines.tries.get() > 6);
            try (TestServer first = TestServer.start(port, n -> n.add("x", 1))) {
                events.nextValue(1);
                assertThat(first.sessions()).isEqualTo(1);
            }
            events.nextFailure();
            try (TestServer second = TestServer.start(port, n -> n.add("x", 2))) {
                events.nextValue(2);
                assertThat(second.sessions()).isEqualTo(1);
                assertThat(lines.texts).hasSize(4);
            }
        }
        assertThat(lines.texts.get(0))
                .startsWith("WARNING t: cannot connect to")
                .contains("connection refused", "trying again by itself");
        assertThat(lines.texts.get(1)).startsWith("INFO t: connected to");
        assertThat(lines.texts.get(2)).startsWith("WARNING t: no connection to").contains("the connection was lost");
        assertThat(lines.texts.get(3)).startsWith("INFO t: connected to");
    }

    private static final class Lines extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                texts.add(line.getLevel() + " " + line.getMessage());
            } else if (line.getMessage().contains("next try")) {
                tries.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
