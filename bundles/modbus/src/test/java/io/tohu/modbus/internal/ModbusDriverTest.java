/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.modbus.internal.peer.LocalServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver against the library's own server on a socket. */
class ModbusDriverTest {

    private final FieldThreads threads = new FieldThreads();
    private final Map<String, Object> config = new HashMap<>();
    private LocalServer server;
    private ModbusDriver driver;

    @BeforeEach
    void start() {
        server = new LocalServer();
        config.put("host", "127.0.0.1");
        config.put("port", server.port());
        driver = driver();
    }

    @AfterEach
    void stop() {
        driver.deactivate();
        server.close();
        threads.close();
    }

    private ModbusDriver driver() {
        return new ModbusDriver(Configs.of(config), Map.of("kura.service.pid", "plc"), threads, Configs.ports());
    }

    @Test
    void channelsOfEveryTableAndTypeAreReadWithTheirValuesAndTheTimeOfTheReply() throws Exception {
        server.holding(10, 0xFFFE, 0x42F6, 0xE979, 0x4250, 0x554D, 0x0000, 0x1234);
        server.coil(3, true);
        server.image.with(tx -> tx.writeDiscreteInputs(map -> map.put(9, true)));
        server.image.with(tx -> tx.writeInputRegisters(map -> map.put(7, new byte[] {0x01, 0x02})));
        List<ChannelRecord> records = List.of(
                Channels.toRead(DataType.INTEGER, "HOLDING_REGISTER", 10, "INT16"),
                Channels.toRead(DataType.DOUBLE, "HOLDING_REGISTER", 11, "FLOAT32"),
                Channels.toRead(DataType.STRING, "HOLDING_REGISTER", 13, "STRING", "string.length", 3),
                Channels.toRead(DataType.LONG, "HOLDING_REGISTER", 16, "BCD16"),
                Channels.toRead(DataType.BOOLEAN, "HOLDING_REGISTER", 16, "BIT", "bit.index", 12),
                Channels.toRead(DataType.BOOLEAN, "COIL", 3, "UINT16"),
                Channels.toRead(DataType.BOOLEAN, "DISCRETE_INPUT", 9, "BOOL"),
                Channels.toRead(DataType.INTEGER, "INPUT_REGISTER", 7, "UINT16"));
        long before = System.currentTimeMillis();

        driver.read(records);

        assertThat(records).allSatisfy(r -> {
            assertThat(r.getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.SUCCESS);
            assertThat(r.getTimestamp()).isBetween(before, System.currentTimeMillis());
        });
        assertThat(records.stream().map(r -> (Object) r.getValue().getValue()))
                .containsExactly(-2, (double) 123.456f, "BPUM", 1234L, true, true, true, 258);
        assertThat(server.requests).contains("1/3/10/7").hasSize(4);
    }

    @Test
    void aDriverThatCountsFromOneAsksForTheAddressBefore() throws Exception {
        config.put("address.base", 1);
        driver.modified(Configs.of(config), Map.of());
        server.holding(0, 77);
        ChannelRecord first = Channels.holding(1);

        driver.read(List.of(first));

        assertThat(first.getValue().getValue()).isEqualTo(77);
    }

    @Test
    void anIllegalAddressFailsAloneAndIsAskedForOnlyOnce() throws Exception {
        IntStream.range(0, 40).forEach(i -> server.holding(i, i));
        server.refusedRegisters.add(17);
        List<ChannelRecord> records = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> records.add(Channels.holding(i)));

        driver.read(records);

        assertThat(records)
                .filteredOn(r -> r.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS)
                .hasSize(39)
                .allSatisfy(r -> assertThat(r.getChannelName())
                        .endsWith("-" + r.getValue().getValue()));
        assertThat(records.get(17).getChannelStatus().getExceptionMessage())
                .contains("unit 1", "holding register 17", "no such address", "illegal data address");

        server.requests.clear();
        driver.read(records);

        assertThat(server.requests).containsExactly("1/3/0/17", "1/3/18/22");
        assertThat(records.get(17).getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.FAILURE);
    }

    @Test
    void aGapThatTheDeviceRefusesIsNotReadAlongAgain() throws Exception {
        server.holding(0, 1);
        server.holding(5, 2);
        server.refusedRegisters.add(3);
        List<ChannelRecord> records = List.of(Channels.holding(0), Channels.holding(5));

        driver.read(records);
        server.requests.clear();
        driver.read(records);

        assertThat(records).allSatisfy(r -> assertThat(r.getChannelStatus().getChannelFlag())
                .isEqualTo(ChannelFlag.SUCCESS));
        assertThat(server.requests).containsExactly("1/3/0/1", "1/3/5/1");
    }

    @Test
    void aDeviceWithASmallerLimitThanConfiguredIsAskedInPiecesThatItTakes() throws Exception {
        server.mostRegisters = 32;
        List<ChannelRecord> records = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> records.add(Channels.holding(i)));

        driver.read(records);
        driver.read(records);
        server.requests.clear();
        driver.read(records);

        assertThat(records).allSatisfy(r -> assertThat(r.getChannelStatus().getChannelFlag())
                .isEqualTo(ChannelFlag.SUCCESS));
        assertThat(server.requests).hasSize(4);
    }

    @Test
    void aChannelWithWrongSettingsFailsAloneAndSaysWhatIsWrong() throws Exception {
        ChannelRecord sound = Channels.holding(1);
        ChannelRecord wrong = Channels.toRead(DataType.INTEGER, "HOLDING_REGISTER", 2, "INT17");

        driver.read(List.of(sound, wrong));

        assertThat(sound.getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.SUCCESS);
        assertThat(wrong.getChannelStatus().getExceptionMessage()).contains("data.type is \"INT17\"", "UINT16");
    }

    @Test
    void aPreparedReadFollowsTheValuesAndForgetsThemWhenItFails() throws Exception {
        server.holding(4, 11);
        PreparedRead read = driver.prepareRead(List.of(Channels.holding(4)));
        assertThat(read.execute().get(0).getValue().getValue()).isEqualTo(11);
        server.holding(4, 12);
        assertThat(read.execute().get(0).getValue().getValue()).isEqualTo(12);

        server.missingFunctions.add(3);
        ChannelRecord failed = read.execute().get(0);

        assertThat(failed.getValue()).isNull();
        assertThat(failed.getChannelStatus().getExceptionMessage()).contains("illegal function");
    }

    /** Kura's asset puts the scaled value into the very record that is read next time. */
    @Test
    void aValueThatTheAssetScaledIsNotScaledTwiceWhileTheRegisterStandsStill() throws Exception {
        server.holding(1, 5);
        ChannelRecord record = Channels.holding(1);
        PreparedRead prepared = driver.prepareRead(List.of(record));
        ChannelRecord first = prepared.execute().get(0);
        assertThat(first.getValue().getValue()).isEqualTo(5);
        first.setValue(TypedValues.newIntegerValue(50));

        assertThat(prepared.execute().get(0).getValue().getValue()).isEqualTo(5);
    }

    @Test
    void aClosedPreparedReadIsRefused() throws Exception {
        PreparedRead read = driver.prepareRead(List.of(Channels.holding(4)));
        read.close();

        assertThatThrownBy(read::execute).isInstanceOf(KuraException.class);
    }

    @Test
    void neighboursAreWrittenTogetherAndEachValueArrives() throws Exception {
        List<ChannelRecord> records = List.of(
                Channels.toWrite(TypedValues.newIntegerValue(5), "HOLDING_REGISTER", 20, "UINT16"),
                Channels.toWrite(TypedValues.newDoubleValue(123.456f), "HOLDING_REGISTER", 21, "FLOAT32"),
                Channels.toWrite(TypedValues.newBooleanValue(true), "COIL", 1, "BOOL"),
                Channels.toWrite(TypedValues.newBooleanValue(true), "COIL", 2, "BOOL"),
                Channels.toWrite(TypedValues.newBooleanValue(true), "COIL", 9, "BOOL"),
                Channels.toWrite(TypedValues.newLongValue(-1), "HOLDING_REGISTER", 30, "INT16"));

        driver.write(records);

        assertThat(records).allSatisfy(r -> assertThat(r.getChannelStatus().getChannelFlag())
                .isEqualTo(ChannelFlag.SUCCESS));
        assertThat(List.of(server.holding(20), server.holding(21), server.holding(22), server.holding(30)))
                .containsExactly(5, 0x42F6, 0xE979, 0xFFFF);
        assertThat(List.of(server.coil(1), server.coil(2), server.coil(9))).containsOnly(true);
        assertThat(server.requests).containsExactly("1/16/20/3", "1/15/1/2", "1/5/9/1", "1/6/30/1");
    }

    @Test
    void aWriteThatCannotBeFailsAloneWithItsReason() throws Exception {
        server.refusedRegisters.add(41);
        List<ChannelRecord> records = List.of(
                Channels.toWrite(TypedValues.newIntegerValue(1), "HOLDING_REGISTER", 40, "UINT16"),
                Channels.toWrite(TypedValues.newIntegerValue(2), "HOLDING_REGISTER", 41, "UINT16"),
                Channels.toWrite(TypedValues.newIntegerValue(70_000), "HOLDING_REGISTER", 42, "UINT16"),
                Channels.toWrite(TypedValues.newIntegerValue(1), "INPUT_REGISTER", 43, "UINT16"));

        driver.write(records);

        assertThat(server.holding(40)).isEqualTo(1);
        assertThat(records.get(0).getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.SUCCESS);
        assertThat(records.get(1).getChannelStatus().getExceptionMessage()).contains("register 41", "no such address");
        assertThat(records.get(2).getChannelStatus().getExceptionMessage()).contains("70000", "65535");
        assertThat(records.get(3).getChannelStatus().getExceptionMessage()).contains("cannot be written");
    }

    @Test
    void aBitIsSetWithoutTouchingItsNeighboursWhateverTheDeviceKnows() throws Exception {
        server.holding(50, 0b1010);
        ChannelRecord set =
                Channels.toWrite(TypedValues.newBooleanValue(true), "HOLDING_REGISTER", 50, "BIT", "bit.index", 0);
        ChannelRecord clear =
                Channels.toWrite(TypedValues.newBooleanValue(false), "HOLDING_REGISTER", 50, "BIT", "bit.index", 3);

        driver.write(List.of(set));
        server.missingFunctions.add(22);
        driver.write(List.of(clear));

        assertThat(server.holding(50)).isEqualTo(0b0011);
        assertThat(server.requests).containsExactly("1/22/50/1", "1/22/50/1", "1/3/50/1", "1/6/50/1");
    }

    @Test
    void aDeviceWithoutSingleWritesGetsThemAsWritesOfOne() throws Exception {
        server.missingFunctions.add(6);

        driver.write(List.of(Channels.toWrite(TypedValues.newIntegerValue(8), "HOLDING_REGISTER", 60, "UINT16")));
        driver.write(List.of(Channels.toWrite(TypedValues.newIntegerValue(9), "HOLDING_REGISTER", 60, "UINT16")));

        assertThat(server.holding(60)).isEqualTo(9);
        assertThat(server.requests).containsExactly("1/6/60/1", "1/16/60/1", "1/16/60/1");
    }

    @Test
    void theChannelFormIsMadeOfKurasOwnElementsWithDefaultsThatParse() {
        Object descriptor = driver.getChannelDescriptor().getDescriptor();

        assertThat((List<?>) descriptor).allSatisfy(field -> {
            assertThat(field).isExactlyInstanceOf(Tad.class);
            assertThat(((Tad) field).getDefault()).isNotBlank();
            assertThat(((Tad) field).getDescription()).isNotBlank();
        });
    }
}
