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
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.read;
import static io.tohu.opcua.internal.Fixtures.reading;
import static io.tohu.opcua.internal.Fixtures.settings;
import static io.tohu.opcua.internal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Credentials;
import io.tohu.opcua.internal.link.LinkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading and writing against a real server on the loopback. */
@Timeout(60)
class DriverCoreTest {

    @Test
    void aValueIsReadWithTheTimeOfItsSource() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("speed", 1450.5));
                DriverCore driver = driver("t", settings(server.url()))) {
            ChannelRecord record = reading(node("speed"), DataType.DOUBLE);
            long before = System.currentTimeMillis();
            server.set("speed", 1451.5);
            driver.read(ReadPlan.of(List.of(record)), List.of(record));
            assertThat(record.getValue().getValue()).isEqualTo(1451.5);
            assertThat(record.getTimestamp()).isBetween(before, System.currentTimeMillis());
        }
    }

    @Test
    void aThousandNodesAreReadWithinTheServersLimitOfAHundred() throws Exception {
        try (TestServer server = TestServer.start(n -> addMany(n, 1000));
                DriverCore driver = driver("t", settings(server.url()))) {
            List<ChannelRecord> records = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                records.add(reading(node("n" + i), DataType.INTEGER));
            }
            driver.read(ReadPlan.of(records), records);
            for (int i = 0; i < 1000; i++) {
                assertThat(records.get(i).getValue().getValue()).isEqualTo(i);
            }
        }
    }

    @Test
    void aBadNodeFailsAloneAndSaysWhy() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("good", 7));
                DriverCore driver = driver("t", settings(server.url()))) {
            List<ChannelRecord> records = List.of(
                    reading(node("missing"), DataType.INTEGER),
                    reading(node("good"), DataType.INTEGER),
                    reading("not a node id", DataType.INTEGER),
                    reading("nsu=urn:nowhere;s=x", DataType.INTEGER),
                    reading(node("good"), DataType.BYTE_ARRAY));
            driver.read(ReadPlan.of(records), records);
            assertThat(failure(records.get(0))).contains("Bad_NodeIdUnknown").contains("missing");
            assertThat(records.get(1).getValue().getValue()).isEqualTo(7);
            assertThat(failure(records.get(2))).contains("'not a node id' is not an OPC UA node id");
            assertThat(failure(records.get(3))).contains("urn:nowhere");
            assertThat(records.get(4).getValue().getValue()).isEqualTo(new byte[] {7, 0, 0, 0});
        }
    }

    @Test
    void aValueOfBadQualityIsAFailureAndAnUncertainOneAsConfigured() throws Exception {
        try (TestServer server = TestServer.start(n -> {
                    n.add("bad", 1.0);
                    n.add("uncertain", 2.0);
                });
                DriverCore driver = driver("t", settings(server.url()))) {
            server.set("bad", 1.0, 0x808C0000L);
            server.set("uncertain", 2.0, 0x40900000L);
            ChannelRecord bad = reading(node("bad"), DataType.DOUBLE);
            driver.read(ReadPlan.of(List.of(bad)), List.of(bad));
            assertThat(failure(bad)).contains("Bad_SensorFailure");
            assertThat(read(driver, "uncertain", DataType.DOUBLE)).isEqualTo(2.0);
            DriverSettings base = settings(server.url());
            driver.update(new DriverSettings(
                    base.link(), Set.of(), new Tuning(1000, 20, false), base.backoffMin(), base.backoffMax()));
            ChannelRecord uncertain = reading(node("uncertain"), DataType.DOUBLE);
            driver.read(ReadPlan.of(List.of(uncertain)), List.of(uncertain));
            assertThat(failure(uncertain)).contains("Uncertain_LastUsableValue");
        }
    }

    @Test
    void valuesAreWrittenAsTheNodesOwnTypeAndWrongOnesFailAlone() throws Exception {
        try (TestServer server = TestServer.start(n -> {
                    n.add("small", (short) 0);
                    n.add("wide", 0.0);
                    n.add("text", "");
                });
                DriverCore driver = driver("t", settings(server.url()))) {
            List<ChannelRecord> records = List.of(
                    writing(node("small"), 1234),
                    writing(node("small"), 40000),
                    writing(node("wide"), 3),
                    writing(node("text"), "on"),
                    writing(node("missing"), 1));
            driver.write(records);
            assertThat(server.get("small")).isEqualTo((short) 1234);
            assertThat(server.get("wide")).isEqualTo(3.0);
            assertThat(server.get("text")).isEqualTo("on");
            assertThat(failure(records.get(1))).contains("40000").contains("Int16");
            assertThat(failure(records.get(4))).contains("Bad_NodeIdUnknown");
        }
    }

    @Test
    void aThousandNodesAreWrittenWithinTheServersLimitOfAHundred() throws Exception {
        try (TestServer server = TestServer.start(n -> addMany(n, 1000));
                DriverCore driver = driver("t", settings(server.url()))) {
            List<ChannelRecord> records = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                records.add(writing(node("n" + i), -i));
            }
            driver.write(records);
            assertThat(records).allMatch(Events::succeeded);
            assertThat(server.get("n999")).isEqualTo(-999);
        }
    }

    @Test
    void aRightPasswordLogsInAndAWrongOneIsSaidSo() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1))) {
            Credentials right = new Credentials(TestServer.USER, TestServer.PASSWORD);
            try (DriverCore driver = driver("t", settings(server.url(), right, true))) {
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            }
            Credentials wrong = new Credentials(TestServer.USER, "wrong");
            try (DriverCore driver = driver("t", settings(server.url(), wrong, true))) {
                assertThatThrownBy(driver::connect)
                        .isInstanceOf(LinkException.class)
                        .hasMessageContaining(server.url())
                        .hasMessageContaining("user name");
            }
        }
    }

    @Test
    void aServerThatAnnouncesAnotherHostIsReachedWhenTheConfiguredOneIsKept() throws Exception {
        try (TestServer server = TestServer.startAnnouncing("no-such-host.invalid", n -> n.add("x", 1))) {
            try (DriverCore driver = driver("t", settings(server.url()))) {
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            }
            try (DriverCore driver = driver("t", settings(server.url(), Credentials.ANONYMOUS, false))) {
                assertThatThrownBy(driver::connect).hasMessageContaining("host name is not known");
            }
        }
    }

    private static void addMany(TestNamespace namespace, int count) {
        for (int i = 0; i < count; i++) {
            namespace.add("n" + i, i);
        }
    }
}
