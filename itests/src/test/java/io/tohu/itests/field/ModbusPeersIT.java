/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.PtyPair;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.bench.standalone.DriverHost.Hosted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Modbus driver against servers of others. */
@Timeout(120)
class ModbusPeersIT {

    private static final int SIZE = 10_000;
    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private final List<Peer> peers = new ArrayList<>();
    private DriverHost host;
    private String place;
    private String devicePlace;
    private PtyPair pty;

    @BeforeEach
    void begin() throws Exception {
        host = new DriverHost(folder);
    }

    @AfterEach
    void end() throws Exception {
        host.close();
        peers.forEach(Peer::close);
        if (pty != null) {
            pty.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PYMODBUS_TCP, 1",
        "PYMODBUS_TCP, 8",
        "PYMODBUS_RTU_OVER_TCP, 1",
        "PYMODBUS_RTU, 1",
        "MODBUS_SERIAL_TCP, 1",
        "MODBUS_SERIAL_TCP, 8"
    })
    void aThousandOfEachTableAreReadEachWithItsOwnValue(Device device, int inFlight) throws Exception {
        start(device);
        Hosted driver = driver(device, Map.of("requests.in.flight", inFlight));
        assertThat(right(driver, "HOLDING_REGISTER", DataType.INTEGER, n -> n)).isTrue();
        assertThat(right(driver, "INPUT_REGISTER", DataType.INTEGER, n -> ~n & 0xffff))
                .isTrue();
        assertThat(right(driver, "COIL", DataType.BOOLEAN, n -> n % 3 == 0)).isTrue();
        assertThat(right(driver, "DISCRETE_INPUT", DataType.BOOLEAN, n -> n % 2 == 1))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(Device device) throws Exception {
        start(device);
        Hosted driver = driver(device, Map.of());
        Map<String, Object> swapped = Map.of("word.order", "LITTLE");
        readBack(driver, TypedValues.newIntegerValue(-2), Channels.register("HOLDING_REGISTER", 10, "INT16", Map.of()));
        readBack(
                driver, TypedValues.newFloatValue(1.5f), Channels.register("HOLDING_REGISTER", 20, "FLOAT32", swapped));
        readBack(
                driver,
                TypedValues.newLongValue(1L << 40),
                Channels.register("HOLDING_REGISTER", 30, "INT64", Map.of()));
        readBack(
                driver,
                TypedValues.newBooleanValue(true),
                Channels.register("HOLDING_REGISTER", 41, "BIT", Map.of("bit.index", "7")));
        readBack(driver, TypedValues.newBooleanValue(true), Channels.register("COIL", 100, "BOOL", Map.of()));
        ChannelRecord neighbours = Channels.register(41);
        assertThat(Reads.value(driver.driver(), neighbours))
                .as("the other bits")
                .isEqualTo(41 | 1 << 7);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatTheDeviceDoesNotHaveFailsAlone(Device device) throws Exception {
        start(device);
        Hosted driver = driver(device, Map.of());
        List<ChannelRecord> records = Channels.registers(SIZE - 3, 6);
        driver.driver().read(records);
        for (int i = 0; i < 3; i++) {
            assertThat(Reads.value(records.get(i))).isEqualTo(SIZE - 3 + i);
            assertThat(Reads.failure(records.get(3 + i))).contains("holding register " + (SIZE + i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatStartsAfterTheDriverIsReadAndListenedTo(Device device) throws Exception {
        place(device);
        Hosted driver = driver(device, Map.of());
        Heard heard = listen(driver, 7);
        assertThat(heard.nextFailure()).contains(device.serial() ? "no reply" : "127.0.0.1:" + place);
        assertThat(allRight(driver)).isFalse();
        start(device);
        assertThat(heard.nextValue()).isEqualTo(7);
        Reads.await("it is read", () -> allRight(driver));
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceKilledInTheMiddleOfTrafficComesBackWithoutAWrongValue(Device device) throws Exception {
        Peer first = start(device);
        Hosted driver = driver(device, Map.of());
        Heard heard = listen(driver, 7);
        assertThat(heard.nextValue()).isEqualTo(7);
        Traffic traffic = Traffic.of(() -> allRight(driver));
        traffic.awaitSuccesses(5);
        first.close();
        assertThat(heard.nextFailure()).isNotBlank();
        traffic.awaitFailures(1);
        start(device);
        traffic.awaitSuccesses(5);
        assertThat(heard.nextValue()).isEqualTo(7);
        traffic.stop();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PYMODBUS_RTU")
    void repliesInSmallPiecesAreReadAsTheyAre(Device device) throws Exception {
        start(device);
        try (Line line = new Line(Integer.parseInt(place))) {
            line.replies(Spoilt.dribbling(7, 200));
            Hosted driver = driver(device, Map.of("port", line.port()));
            assertThat(allRight(driver)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PYMODBUS_TCP, cut",
        "PYMODBUS_TCP, foreign",
        "PYMODBUS_TCP, behind",
        "PYMODBUS_RTU_OVER_TCP, cut",
        "PYMODBUS_RTU_OVER_TCP, foreign",
        "MODBUS_SERIAL_TCP, cut",
        "MODBUS_SERIAL_TCP, foreign",
        "MODBUS_SERIAL_TCP, behind"
    })
    void aLineThatSpoilsRepliesGivesNoWrongValueAndIsReadOnceItIsWhole(Device device, String fault) throws Exception {
        Map<String, Supplier<Line.Replies>> faults = Map.of(
                "cut", Spoilt.cutInReply(3),
                "foreign",
                        Spoilt.foreignBefore(3, "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                "behind", Spoilt.oneBehindFrom(3));
        start(device);
        try (Line line = new Line(Integer.parseInt(place))) {
            line.replies(faults.get(fault));
            Hosted driver = driver(device, Map.of("port", line.port(), "request.retries", 0, "request.timeout", 300));
            for (int i = 0; i < 5; i++) {
                assertThat(allRight(driver)).as("read " + i).isFalse();
            }
            line.replies(() -> (piece, toClient) -> toClient.write(piece));
            line.cut();
            Reads.await("it is read", () -> allRight(driver));
        }
    }

    /** Finds a place for a device that is not started yet. */
    private void place(Device device) throws Exception {
        device.require();
        if (place != null) {
            return;
        }
        if (device.serial()) {
            pty = new PtyPair(folder);
            place = pty.near().toString();
            devicePlace = pty.far().toString();
        } else {
            place = Integer.toString(FreePorts.one());
            devicePlace = place;
        }
    }

    private Peer start(Device device) throws Exception {
        place(device);
        Peer peer = device.start(devicePlace, folder);
        peers.add(peer);
        return peer;
    }

    private Hosted driver(Device device, Map<String, Object> more) throws Exception {
        return host.modbus("plc", device.config(place, more));
    }

    private static boolean allRight(Hosted driver) {
        return right(driver, "HOLDING_REGISTER", DataType.INTEGER, n -> n);
    }

    private static boolean right(Hosted driver, String table, DataType type, IntFunction<Object> expected) {
        List<ChannelRecord> records = IntStream.range(0, MANY)
                .mapToObj(n -> Channels.toRead(
                        table + n,
                        type,
                        Channels.register(table, n, type == DataType.BOOLEAN ? "BOOL" : "UINT16", Map.of())))
                .toList();
        return Reads.right(driver.driver(), records, expected);
    }

    private static void readBack(Hosted driver, TypedValue<?> value, Map<String, Object> channel) throws Exception {
        ChannelRecord written = Channels.toWrite("written", value, channel);
        driver.driver().write(List.of(written));
        assertThat(written.getChannelStatus().getExceptionMessage()).isNull();
        assertThat(Reads.value(driver.driver(), Channels.toRead("read", value.getType(), channel)))
                .isEqualTo(value.getValue());
    }

    private static Heard listen(Hosted driver, int address) throws Exception {
        Heard heard = new Heard();
        Map<String, Object> channel = Channels.register(
                "HOLDING_REGISTER", address, "UINT16", Map.of("poll.interval", "50", "deadband", "-1"));
        driver.driver().registerChannelListener(Channels.settings("heard", DataType.INTEGER, channel), heard);
        return heard;
    }
}
