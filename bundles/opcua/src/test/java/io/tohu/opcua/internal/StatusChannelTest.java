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
import static io.tohu.opcua.internal.Fixtures.failure;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.reading;
import static io.tohu.opcua.internal.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.link.LinkException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an asset cannot carry, as channels. */
@Timeout(60)
class StatusChannelTest {

    private static final long SENSOR_FAILURE = 0x808C0000L;

    @Test
    void theStatusCodeOfANodeIsAValueByNumberAndByName() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1.0));
                DriverCore driver = driver("t", settings(server.url()))) {
            server.set("x", 1.0, SENSOR_FAILURE);
            assertThat(value(driver, "STATUS_CODE", DataType.LONG)).isEqualTo(SENSOR_FAILURE);
            assertThat(value(driver, "STATUS_CODE", DataType.STRING)).isEqualTo("Bad_SensorFailure");
        }
    }

    @Test
    void aChangeOfTheStatusCodeIsHeardAndChangesOfTheValueAreNot() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1.0));
                DriverCore driver = driver("t", settings(server.url()))) {
            Events events = new Events();
            driver.register(of("STATUS_CODE", DataType.LONG), events);
            events.nextValue(0L);
            server.set("x", 2.0);
            assertThat(events.silentFor(200)).isTrue();
            server.set("x", 2.0, SENSOR_FAILURE);
            events.nextValue(SENSOR_FAILURE);
        }
    }

    @Test
    void withoutAConnectionTheStateIsStillReadAndTheOthersFailByThemselves() throws Exception {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            List<ChannelRecord> records = List.of(
                    record("CONNECTED", DataType.BOOLEAN),
                    record("CONNECTED", DataType.STRING),
                    record("GAPS", DataType.LONG),
                    record("ROUND_TRIP", DataType.DOUBLE),
                    reading(node("x"), DataType.DOUBLE));
            Fixtures.await("the first try has failed", () -> stateAfterReading(driver, records)
                    .contains("connection refused"));
            assertThat(records.get(0).getValue().getValue()).isEqualTo(false);
            assertThat(records.get(2).getValue().getValue()).isEqualTo(0L);
            assertThat(failure(records.get(3))).contains("connection refused");
            assertThat(failure(records.get(4))).contains("connection refused");
        }
    }

    private static String stateAfterReading(DriverCore driver, List<ChannelRecord> records) {
        try {
            driver.read(ReadPlan.of(records), records);
            return (String) records.get(1).getValue().getValue();
        } catch (LinkException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connectionAndRoundTripAreReadWhileItStands() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1.0));
                DriverCore driver = driver("t", settings(server.url()))) {
            assertThat(value(driver, "CONNECTED", DataType.BOOLEAN)).isEqualTo(true);
            assertThat(value(driver, "CONNECTED", DataType.STRING)).isEqualTo("connected");
            assertThat((Double) value(driver, "ROUND_TRIP", DataType.DOUBLE)).isBetween(0.001, 2000.0);
        }
    }

    @Test
    void losingTheConnectionIsHeardAndCountedAsAGapOnceItIsBack() throws Exception {
        int port = TestServer.freePort();
        try (DriverCore driver = driver("t", settings(TestServer.url(port)))) {
            Events connected = new Events();
            Events gaps = new Events();
            Events values = new Events();
            try (TestServer first = TestServer.start(port, n -> n.add("x", 1.0))) {
                driver.register(of("CONNECTED", DataType.BOOLEAN), connected);
                driver.register(of("GAPS", DataType.INTEGER), gaps);
                driver.register(listening(node("x"), DataType.DOUBLE), values);
                connected.nextValue(true);
                gaps.nextValue(0);
                values.nextValue(1.0);
                assertThat(first.sessions()).isEqualTo(1);
            }
            connected.nextValue(false);
            try (TestServer second = TestServer.start(port, n -> n.add("x", 2.0))) {
                connected.nextValue(true);
                gaps.nextValue(1);
                values.nextValue(2.0);
                assertThat(second.sessions()).isEqualTo(1);
            }
        }
    }

    @Test
    void valuesThatTheServersQueueCouldNotHoldAreCountedAndSaidOnce() throws Exception {
        LogLines lines = LogLines.of("io.tohu.opcua.internal.listen.Losses");
        try (TestServer server = TestServer.start(n -> n.add("x", 0));
                DriverCore driver = driver("t", settings(server.url()))) {
            Map<String, Object> slow = listening(node("x"), DataType.INTEGER);
            slow.put("queue.size", 2);
            slow.put("publishing.interval", 400.0);
            Events events = new Events();
            driver.register(slow, events);
            events.nextValue(0);
            List<Integer> sent = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                server.set("x", i);
                sent.add(i);
                Fixtures.pause(25);
            }
            events.nextValue(12);
            assertThat((Long) value(driver, "OVERFLOWS", DataType.LONG)).isPositive();
            driver.update(settings(server.url()));
            Fixtures.await("it is said", () -> !lines.texts().isEmpty());
            assertThat(lines.texts()).singleElement().asString().contains("t: the server dropped values of channel");
        } finally {
            lines.close();
        }
    }

    @Test
    void aChannelOfTheDriverIsNotWritten() throws LinkException {
        try (TestServer server = TestServer.start(n -> n.add("x", 0));
                DriverCore driver = driver("t", settings(server.url()))) {
            ChannelRecord record = ChannelRecord.createWriteRecord("c", TypedValues.newBooleanValue(true));
            record.setChannelConfig(Map.of("kind", "CONNECTED"));
            driver.write(List.of(record));
            assertThat(failure(record)).contains("CONNECTED can only be read");
        }
    }

    private static Object value(DriverCore driver, String kind, DataType type) throws LinkException {
        ChannelRecord record = record(kind, type);
        driver.read(ReadPlan.of(List.of(record)), List.of(record));
        assertThat(record.getChannelStatus().getExceptionMessage()).as(kind).isNull();
        return record.getValue().getValue();
    }

    private static ChannelRecord record(String kind, DataType type) {
        ChannelRecord record = ChannelRecord.createReadRecord(kind, type);
        record.setChannelConfig(of(kind, type));
        return record;
    }

    private static Map<String, Object> of(String kind, DataType type) {
        Map<String, Object> config = new HashMap<>(listening(node("x"), type));
        config.put("kind", kind);
        return config;
    }
}
