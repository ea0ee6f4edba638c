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
import static io.tohu.opcua.internal.Fixtures.failure;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.retrying;
import static io.tohu.opcua.internal.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listening against a real server on the loopback. */
@Timeout(60)
class ListenTest {

    @Test
    void changesReachTheListenerInTheirOrder() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("counter", 0L));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(listening(node("counter"), DataType.LONG), events);
            events.nextValue(0L);
            for (long i = 1; i <= 50; i++) {
                server.set("counter", i);
            }
            server.set("counter", 1000L);
            long last = 0;
            while (last < 1000) {
                long value = (Long) events.nextSuccess().getValue().getValue();
                assertThat(value).isGreaterThan(last);
                last = value;
            }
        }
    }

    @Test
    void aChangeWithinTheDeadbandIsNotSent() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 100.0));
                DriverCore driver = driver("t", settings(server.url()))) {
            Map<String, Object> config = listening(node("x"), DataType.DOUBLE);
            config.put("deadband.type", "ABSOLUTE");
            config.put("deadband", 5.0);
            Events events = new Events();
            driver.register(config, events);
            events.nextValue(100.0);
            server.set("x", 103.0);
            assertThat(events.silentFor(300)).isTrue();
            server.set("x", 110.0);
            events.nextValue(110.0);
        }
    }

    @Test
    void aDeadbandInPercentIsOfTheRangeThatTheServerStates() throws Exception {
        try (TestServer server = TestServer.start(n -> n.addAnalog("level", 50.0, 0, 400));
                DriverCore driver = driver("t", settings(server.url()))) {
            Map<String, Object> config = listening(node("level"), DataType.DOUBLE);
            config.put("deadband.type", "PERCENT");
            config.put("deadband", 10.0);
            Events events = new Events();
            driver.register(config, events);
            events.nextValue(50.0);
            server.set("level", 85.0);
            assertThat(events.silentFor(300)).isTrue();
            server.set("level", 95.0);
            events.nextValue(95.0);
        }
    }

    @Test
    void aDeadbandInPercentOfANodeWithoutRangeSaysWhatToDo() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 100.0));
                DriverCore driver = driver("t", settings(server.url()))) {
            Map<String, Object> config = listening(node("x"), DataType.DOUBLE);
            config.put("deadband.type", "PERCENT");
            config.put("deadband", 10.0);
            Events events = new Events();
            driver.register(config, events);
            assertThat(failure(events.nextFailure())).contains("Filter").contains("take ABSOLUTE");
        }
    }

    @Test
    void aFullQueueDropsTheOldestOrTheNewestAsConfigured() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 0));
                DriverCore driver = driver("t", settings(server.url()))) {
            assertThat(afterABurst(server, driver, true)).containsExactly(4, 5);
            assertThat(afterABurst(server, driver, false)).containsExactly(1, 5);
        }
    }

    /** What arrives of the values 1 to 5 when the queue holds two. */
    private static List<Integer> afterABurst(TestServer server, DriverCore driver, boolean discardOldest) {
        server.set("x", 0);
        Map<String, Object> config = listening(node("x"), DataType.INTEGER);
        config.put("publishing.interval", 600.0);
        config.put("queue.size", 2);
        config.put("discard.oldest", discardOldest);
        Events events = new Events();
        driver.register(config, events);
        events.nextValue(0);
        for (int i = 1; i <= 5; i++) {
            server.set("x", i);
            Fixtures.pause(25);
        }
        List<Integer> received = new ArrayList<>(events.valuesUntil(5));
        received.add(5);
        driver.unregister(events);
        return received;
    }

    @Test
    void aThousandChannelsShareOneSubscription() throws Exception {
        try (TestServer server = TestServer.start(n -> addMany(n, 1000));
                DriverCore driver = driver("t", settings(server.url()))) {
            List<Events> listeners = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                Events events = new Events();
                listeners.add(events);
                driver.register(listening(node("n" + i), DataType.INTEGER), events);
            }
            for (int i = 0; i < 1000; i++) {
                listeners.get(i).nextValue(i);
            }
            assertThat(server.subscriptions()).isEqualTo(1);
        }
    }

    @Test
    void aChannelThatCannotBeMonitoredTellsItsListenerAndTheOthersWork() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("good", 7));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events missing = new Events();
            Events unreadable = new Events();
            Events good = new Events();
            driver.register(listening(node("missing"), DataType.INTEGER), missing);
            driver.register(Map.of("+name", "x", "+value.type", "INTEGER", "node.id", "?"), unreadable);
            driver.register(listening(node("good"), DataType.INTEGER), good);
            assertThat(failure(missing.nextFailure())).contains("Bad_NodeIdUnknown");
            assertThat(failure(unreadable.nextFailure())).contains("'?' is not an OPC UA node id");
            good.nextValue(7);
        }
    }

    @Test
    void aListenerThatThrowsGoesOnBeingToldAndHarmsNoOther() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events heard = new Events();
            Events other = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), event -> {
                heard.onChannelEvent(event);
                throw new IllegalStateException("of a listener");
            });
            driver.register(listening(node("x"), DataType.INTEGER), other);
            heard.nextValue(1);
            other.nextValue(1);
            server.set("x", 2);
            heard.nextValue(2);
            other.nextValue(2);
        }
    }

    @Test
    void nothingIsHeardOnceUnregisteredAndTheSubscriptionGoesWithTheLastListener() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            driver.unregister(events);
            events.drain();
            server.set("x", 2);
            await("the subscription is deleted", () -> server.subscriptions() == 0);
            assertThat(events.drain()).isEmpty();
        }
    }

    @Test
    void aNodeThatComesLaterIsHeardFromThenOnAndAfterItWasAwayToo() {
        try (TestServer server = TestServer.start(n -> n.add("other", 1));
                DriverCore driver = retrying("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(listening(node("late"), DataType.INTEGER), events);
            assertThat(failure(events.nextFailure())).contains("Bad_NodeIdUnknown");
            server.add("late", 1);
            events.nextValue(1);
            server.remove("late");
            assertThat(failure(events.nextFailure())).contains("Bad_NodeIdUnknown");
            server.add("late", 2);
            events.nextValue(2);
        }
    }

    private static void addMany(TestNamespace namespace, int count) {
        for (int i = 0; i < count; i++) {
            namespace.add("n" + i, i);
        }
    }
}
