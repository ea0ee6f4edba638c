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
import static io.tohu.opcua.internal.Fixtures.read;
import static io.tohu.opcua.internal.Fixtures.reading;
import static io.tohu.opcua.internal.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.channel.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes of the configuration, and several threads at once. */
@Timeout(60)
class UpdateTest {

    @Test
    void aChangeThatDoesNotTouchTheConnectionKeepsTheSession() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver("t", settings(server.url()))) {
            read(driver, "x", DataType.INTEGER);
            Set<Object> before = server.sessionIds();
            driver.update(tuned(server, new Tuning(5, 50, false)));
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void anotherPublishingIntervalMovesTheChannelsInTheSameSession() {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            Set<Object> before = server.sessionIds();
            driver.update(tuned(server, new Tuning(1000, 40, true)));
            await("the subscription has the new interval", () -> server.publishingIntervals()
                    .equals(Set.of(40.0)));
            server.set("x", 2);
            events.nextValue(2);
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void valuesGoOnInTheSameSessionThroughManyChangesOfThePublishingInterval() {
        try (TestServer server = TestServer.start(n -> n.add("x", 0));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(0);
            Set<Object> before = server.sessionIds();
            for (int i = 1; i <= 100; i++) {
                driver.update(tuned(server, new Tuning(1000, i % 2 == 0 ? 20 : 10, true)));
                server.set("x", i);
                events.nextValue(i);
            }
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void anotherEndpointIsConnectedAndListenersMoveThere() {
        try (TestServer first = TestServer.start(n -> n.add("x", 1));
                TestServer second = TestServer.start(n -> n.add("x", 2));
                DriverCore driver = driver("t", settings(first.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            driver.update(settings(second.url()));
            events.nextValue(2);
            assertThat(first.sessions()).isZero();
        }
    }

    @Test
    void manyThreadsReadAtOnceAndEachGetsItsOwnValues() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (TestServer server = TestServer.start(n -> {
                    for (int i = 0; i < 400; i++) {
                        n.add("n" + i, i);
                    }
                });
                DriverCore driver = driver("t", settings(server.url()))) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int offset = t * 50;
                tasks.add(() -> readsItsOwn(driver, offset));
            }
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean readsItsOwn(DriverCore driver, int offset) throws Exception {
        List<ChannelRecord> channels = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            channels.add(reading(node("n" + (offset + i)), DataType.INTEGER));
        }
        PreparedChannels prepared = new PreparedChannels(driver, channels);
        for (int round = 0; round < 20; round++) {
            List<ChannelRecord> records = prepared.execute();
            for (int i = 0; i < 50; i++) {
                if (!records.get(i).getValue().getValue().equals(offset + i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static DriverSettings tuned(TestServer server, Tuning tuning) {
        DriverSettings base = settings(server.url());
        return new DriverSettings(base.link(), Set.of(), tuning, base.backoffMin(), base.backoffMax());
    }
}
