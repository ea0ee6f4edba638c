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
import static io.tohu.opcua.internal.Fixtures.read;
import static io.tohu.opcua.internal.Fixtures.reading;
import static io.tohu.opcua.internal.Fixtures.settings;
import static io.tohu.opcua.internal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.opcua.internal.link.LinkException;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the driver does when the server or the line is not there. */
@Timeout(90)
class RecoveryTest {

    @Test
    void aServerThatIsNotThereIsSaidSoAtOnceWithEndpointAndReason() {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            long begun = System.nanoTime();
            assertThatThrownBy(driver::connect)
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining(TestServer.url(port))
                    .hasMessageContaining("connection refused");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aHostThatDoesNotExistIsSaidSo() {
        try (DriverCore driver = driver("t", settings("opc.tcp://no-such-host.invalid:4840"))) {
            assertThatThrownBy(driver::connect).hasMessageContaining("host name is not known");
        }
    }

    @Test
    void anEndpointThatIsNoUrlIsSaidSo() {
        try (DriverCore driver = driver("t", settings("192.168.0.1"))) {
            assertThatThrownBy(driver::connect).hasMessageContaining("must look like opc.tcp://");
        }
    }

    @Test
    void aServerThatAcceptsAndNeverAnswersIsGivenUpInTimeAndLaterReadsDoNotWait() {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            gate.silence();
            assertThatThrownBy(() -> read(driver, "x", DataType.INTEGER)).hasMessageContaining("no answer in time");
            long begun = System.nanoTime();
            assertThatThrownBy(() -> read(driver, "x", DataType.INTEGER)).isInstanceOf(LinkException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aServerThatFallsSilentFailsTheReadInsteadOfHangingIt() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            read(driver, "x", DataType.INTEGER);
            gate.silence();
            assertThatThrownBy(() -> read(driver, "x", DataType.INTEGER))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("no answer in time");
        }
    }

    @Test
    void aServerThatComesLateIsListenedToByItself() {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            assertThat(failure(events.nextFailure())).contains("connection refused");
            try (TestServer server = TestServer.start(port, n -> n.add("x", 1))) {
                events.nextValue(1);
                server.set("x", 2);
                events.nextValue(2);
            }
        }
    }

    @Test
    void aServerKilledAndRestartedIsReadAndListenedToAgain() throws Exception {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events events = new Events();
            try (TestServer first = TestServer.start(port, n -> n.add("x", 1))) {
                driver.register(listening(node("x"), DataType.INTEGER), events);
                events.nextValue(1);
                assertThat(first.subscriptions()).isEqualTo(1);
            }
            assertThat(failure(events.nextFailure())).contains("the connection was lost");
            assertThatThrownBy(() -> read(driver, "x", DataType.INTEGER)).isInstanceOf(LinkException.class);
            try (TestServer second = TestServer.start(port, n -> n.add("x", 2))) {
                await("the new server is read", () -> reads(driver));
                events.nextValue(2);
                second.set("x", 3);
                events.nextValue(3);
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(3);
            }
        }
    }

    @Test
    void aNodeByNamespaceUriIsFoundWhenTheRestartedServerNumbersItsNamespacesAnotherWay() throws Exception {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events events = new Events();
            PreparedChannels prepared = new PreparedChannels(driver, List.of(reading(node("x"), DataType.INTEGER)));
            try (TestServer first = TestServer.start(port, n -> n.add("x", 1))) {
                driver.register(listening(node("x"), DataType.INTEGER), events);
                events.nextValue(1);
                assertThat(first.sessions()).isEqualTo(1);
            }
            try (TestServer second = TestServer.startBehind(port, "urn:test:inserted", n -> n.add("x", 2))) {
                events.nextValue(2);
                assertThat(second.sessions()).isEqualTo(1);
                assertThat(prepared.execute().get(0).getValue().getValue()).isEqualTo(2);
                driver.write(List.of(writing(node("x"), 3)));
                assertThat(second.get("x")).isEqualTo(3);
            }
        }
    }

    @Test
    void aLineThatBreaksForAMomentGoesOnInTheSameSessionWithoutLosingQueuedValues() {
        try (TestServer server = TestServer.start(n -> {
                    n.add("x", 1);
                    n.add("constant", 7);
                });
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            Events events = new Events();
            Events constant = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            driver.register(listening(node("constant"), DataType.INTEGER), constant);
            events.nextValue(1);
            constant.nextValue(7);
            Set<Object> before = server.sessionIds();
            gate.cut();
            events.nextFailure();
            constant.nextFailure();
            server.set("x", 2);
            gate.open();
            events.nextValue(2);
            constant.nextValue(7);
            assertThat(server.sessionIds()).isEqualTo(before);
            assertThat(server.subscriptions()).isEqualTo(1);
        }
    }

    @Test
    void aLineThatStaysAwayForLongIsTriedAsOftenAsSetAndGoesOnInTheSameSession() {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            Set<Object> before = server.sessionIds();
            gate.busy();
            // With pauses that grow to many seconds these would take minutes.
            await("the line is tried often", () -> gate.turnedAway() > 12);
            server.set("x", 2);
            gate.open();
            events.nextValue(2);
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void aWriteThatWasSaidToHaveFailedIsNotDoneOnceTheLineIsBack() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 0));
                TcpGate gate = new TcpGate(server.port());
                DriverCore driver = driver("t", settings(gate.url()))) {
            driver.write(List.of(writing(node("x"), 1)));
            gate.cut();
            for (int value = 2; value < 200; value++) {
                ChannelRecord record = writing(node("x"), value);
                assertThatThrownBy(() -> driver.write(List.of(record))).isInstanceOf(LinkException.class);
            }
            gate.open();
            await("the line is back", () -> reads(driver));
            assertThat(server.get("x")).isEqualTo(1);
        }
    }

    @Test
    void closingTheDriverLeavesNoThreadAndNoSession() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1))) {
            DriverCore driver = driver("closing", settings(server.url()));
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            assertThat(threads("opcua-closing")).isNotEmpty();
            driver.close();
            await("the threads end", () -> threads("opcua-closing").isEmpty());
            assertThat(server.sessions()).isZero();
        }
    }

    @Test
    void closingTheDriverClosesEverySocketAndLeavesNoThreadOfAnyKind() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                TcpGate gate = new TcpGate(server.port())) {
            // Threads of the test's own server may come and go.
            Set<String> before = clientThreads();
            DriverCore driver = driver("leaving", settings(gate.url()));
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            read(driver, "x", DataType.INTEGER);
            assertThat(gate.connections()).isEqualTo(1);
            driver.close();
            await("the socket is closed", () -> gate.connections() == 0);
            await("the threads end", () -> before.containsAll(clientThreads()));
        }
    }

    @Test
    void aServerThatIsAwayForManyTriesCostsNoThreadAndNoFile() {
        try (DriverCore driver = new DriverCore(
                "away",
                impatient(TestServer.url(TestServer.freePort())),
                Fixtures.pki(Path.of("target", "pki"), "away"),
                pid -> null)) {
            driver.register(listening(node("x"), DataType.INTEGER), new Events());
            AtomicInteger tries = new AtomicInteger();
            untilTried(driver, tries, 20);
            int threads = threads("opcua-away").size();
            int files = openFiles();
            untilTried(driver, tries, 220);
            assertThat(threads("opcua-away").size()).isLessThanOrEqualTo(threads + 2);
            assertThat(openFiles()).isLessThan(files + 50);
        }
    }

    private static void untilTried(DriverCore driver, AtomicInteger tries, int count) {
        while (tries.getAndIncrement() < count) {
            assertThatThrownBy(driver::connect).hasMessageContaining("connection refused");
        }
    }

    private static DriverSettings impatient(String url) {
        DriverSettings base = settings(url);
        return new DriverSettings(base.link(), Set.of(), base.tuning(), Duration.ofMillis(1), Duration.ofMillis(2));
    }

    private static int openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static Set<String> clientThreads() {
        Set<String> names = threads("");
        names.removeIf(name -> name.startsWith("gate") || name.contains("server"));
        return names;
    }

    @Test
    void closingTheDriverWhileItTriesToConnectLeavesNoThread() {
        DriverCore driver = driver("trying", settings(TestServer.url(TestServer.freePort())));
        assertThatThrownBy(driver::connect).isInstanceOf(LinkException.class);
        driver.close();
        await("the threads end", () -> threads("opcua-trying").isEmpty());
        assertThatThrownBy(driver::connect).hasMessageContaining("stopped");
    }

    @Test
    void afterDisconnectTheNextReadConnectsAgain() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver("t", settings(server.url()))) {
            read(driver, "x", DataType.INTEGER);
            driver.disconnect();
            await("the session is closed", () -> server.sessions() == 0);
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    /** Whether a read succeeds; one that does not says something that is true. */
    private static boolean reads(DriverCore driver) {
        try {
            return read(driver, "x", DataType.INTEGER) != null;
        } catch (LinkException e) {
            assertThat(e).hasMessageNotContaining("stopped");
            return false;
        }
    }

    private static Set<String> threads(String prefix) {
        Set<String> names = new HashSet<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .forEach(names::add);
        return names;
    }
}
