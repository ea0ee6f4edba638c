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
import static io.tohu.opcua.internal.Fixtures.read;
import static io.tohu.opcua.internal.Fixtures.settings;
import static io.tohu.opcua.internal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.access.ReadPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every built-in type on their way over a real connection. */
@Timeout(60)
class AllTypesTest {

    private static final UUID GUID = UUID.fromString("72962b91-fa75-4ae6-8d28-b404dc7daf63");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.250Z");
    private static TestServer server;
    private static DriverCore driver;

    @BeforeAll
    static void start() {
        server = TestServer.start(n -> {
            values().forEach(arguments ->
                    n.add((String) arguments.get()[0], arguments.get()[1]));
            n.add("Duration", 1.5, NodeIds.Duration);
            n.add("Enumeration", 0, NodeIds.ServerState);
            n.add("Number", 7, NodeIds.Number);
        });
        driver = driver("types", settings(server.url()));
    }

    @AfterAll
    static void stop() {
        driver.close();
        server.close();
    }

    static List<Arguments> values() {
        return List.of(
                Arguments.of("Boolean", true, false),
                Arguments.of("SByte", (byte) -5, 5),
                Arguments.of("Byte", Unsigned.ubyte(250), 251),
                Arguments.of("Int16", (short) -300, 300),
                Arguments.of("UInt16", Unsigned.ushort(65000), 65001),
                Arguments.of("Int32", -70000, 70000),
                Arguments.of("UInt32", Unsigned.uint(4000000000L), 4000000001L),
                Arguments.of("Int64", -5000000000L, 5000000000L),
                Arguments.of("UInt64", Unsigned.ulong(5000000000L), 5000000001L),
                Arguments.of("Float", 1.5f, 2.5f),
                Arguments.of("Double", 0.1, 0.2),
                Arguments.of("String", "before", "after"),
                Arguments.of("DateTime", new DateTime(NOON), NOON.plusSeconds(1).toString()),
                Arguments.of("Guid", GUID, "00000000-0000-0000-0000-000000000001"),
                Arguments.of("ByteString", ByteString.of(new byte[] {1, 2}), new byte[] {3}),
                Arguments.of("XmlElement", XmlElement.of("<a/>"), "<b/>"),
                Arguments.of("NodeId", new NodeId(1, "a"), "ns=1;s=b"),
                Arguments.of("QualifiedName", new QualifiedName(1, "a"), "1:b"),
                Arguments.of("LocalizedText", LocalizedText.english("a"), "b"),
                Arguments.of("Float array", new Float[] {1.5f, -2f, 3f}, floats(4f, 5f)),
                Arguments.of("Double array", new Double[] {1.5}, new byte[16]),
                Arguments.of("Int16 array", new Short[] {258, -1}, new byte[] {1, 1, 2, 2}),
                Arguments.of("Byte array", new UByte[] {Unsigned.ubyte(200)}, new byte[] {1, 2, 3}),
                Arguments.of("Boolean array", new Boolean[] {true, false}, new byte[] {0, 1, 1}),
                Arguments.of("DateTime array", new DateTime[] {new DateTime(NOON)}, new byte[16]));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenIsReadBackAndHeard(String id, Object initial, Object written) throws Exception {
        DataType type = TypedValues.newTypedValue(written).getType();
        assertThat(read(driver, id, type)).isNotNull();
        Events events = new Events();
        driver.register(listening(node(id), type), events);
        events.nextSuccess();
        ChannelRecord record = writing(node(id), written);
        driver.write(List.of(record));
        assertThat(record.getChannelStatus().getExceptionMessage()).isNull();
        assertThat(read(driver, id, type)).isEqualTo(written);
        assertThat(server.get(id)).hasSameClassAs(initial);
        events.next(event -> Objects.deepEquals(event.getValue().getValue(), written));
        driver.unregister(events);
    }

    @ParameterizedTest
    @CsvSource({"Duration, DOUBLE, 2.5", "Enumeration, INTEGER, 3", "Number, INTEGER, 9"})
    void aNodeOfADerivedTypeIsWrittenAsTheBuiltInTypeBehindIt(String id, DataType type, String value) throws Exception {
        Object written = TypedValues.parseTypedValue(type, value).getValue();
        ChannelRecord record = writing(node(id), written);
        driver.write(List.of(record));
        assertThat(record.getChannelStatus().getExceptionMessage()).isNull();
        assertThat(server.get(id)).isEqualTo(written);
    }

    @Test
    void oneElementOfAnArrayIsReadAndWrittenByIndexRange() throws Exception {
        server.set("Float array", new Float[] {1f, 2f, 3f});
        ChannelRecord element = element(ChannelRecord.createReadRecord("e", DataType.FLOAT));
        driver.read(ReadPlan.of(List.of(element)), List.of(element));
        assertThat(element.getValue().getValue()).isEqualTo(2f);
        ChannelRecord changed = element(ChannelRecord.createWriteRecord("e", TypedValues.newFloatValue(9f)));
        driver.write(List.of(changed));
        assertThat(changed.getChannelStatus().getExceptionMessage()).isNull();
        assertThat(server.get("Float array")).isEqualTo(new Float[] {1f, 9f, 3f});
    }

    private static ChannelRecord element(ChannelRecord record) {
        Map<String, Object> config = new HashMap<>();
        config.put("node.id", node("Float array"));
        config.put("index.range", "1");
        record.setChannelConfig(config);
        return record;
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
