/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantReplayTest {

    private static final int ROWS = 40;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        StringBuilder text = new StringBuilder("datetime;Pressure;Volume Flow RateRMS;anomaly;changepoint\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(String.format("2020-03-09 10:14:%02d;%d.5;%d;%d;0.0%n", row, row, 100 + row, row < 20 ? 0 : 1));
        }
        file = Files.writeString(directory.resolve("rig.csv"), text);
    }

    private Plant paused(int skip) throws PlantException {
        return new Plant(PlantOptions.replay(
                new ReplayOptions(file, 1, Set.of(), Optional.of(Duration.ofMillis(50)), skip, true)));
    }

    @Test
    void rowsComeInOrderEachWithItsNumberAndWithoutLabels() throws Exception {
        try (Plant plant = paused(0);
                Opc opc = new Opc(plant)) {
            assertThat(opc.read("Replay/anomaly").statusCode().value()).isEqualTo(StatusCodes.Bad_NodeIdUnknown);
            assertThat(opc.read("Replay/Pressure").statusCode().value()).isEqualTo(StatusCodes.Bad_NoData);
            assertThat(opc.number("Replay/row")).isEqualTo(-1);
            var arrived = opc.subscribe(20, "Replay/Pressure", "Replay/Volume_Flow_RateRMS", "Replay/row");
            Await.until("the subscription is there", () -> !arrived.get("Replay/row")
                    .isEmpty());
            Control control = new Control(plant.controlPort());
            control.send("POST", "/replay/start");
            List<DataValue> numbers = arrived.get("Replay/row");
            Await.until("all rows", () -> numbers.size() == ROWS + 1);
            Map<DateTime, Double> pressures = new HashMap<>();
            arrived.get("Replay/Pressure").stream()
                    .skip(1)
                    .forEach(value -> pressures.put(
                            value.sourceTime(), (Double) value.value().value()));
            for (int row = 0; row < ROWS; row++) {
                DataValue number = numbers.get(row + 1);
                assertThat(number.value().value()).isEqualTo(row);
                assertThat(pressures.get(number.sourceTime())).isEqualTo(row + 0.5);
            }
            var replay = control.status().getAsJsonObject("replay");
            assertThat(replay.get("state").getAsString()).isEqualTo("done");
            assertThat(replay.getAsJsonObject("labels").get("anomaly").getAsDouble())
                    .isEqualTo(1);
        }
    }

    @Test
    void oneModbusRequestReadsARowWithItsNumber() throws Exception {
        try (Plant plant = paused(10)) {
            ModbusTcpClient client = ModbusTcpClient.create(NettyTcpClientTransport.create(config -> {
                config.setHostname("127.0.0.1");
                config.setPort(plant.modbusPort());
            }));
            client.connect();
            try {
                assertThat(row(client).getFloat(0)).isNaN();
                new Control(plant.controlPort()).send("POST", "/replay/start");
                Await.until("the first row", () -> row(client).getInt(8) >= 10);
                for (int row = 0; row < ROWS - 1; ) {
                    ByteBuffer registers = row(client);
                    row = registers.getInt(8);
                    assertThat(registers.getFloat(0)).isEqualTo(row + 0.5f);
                    assertThat(registers.getFloat(4)).isEqualTo(100f + row);
                }
            } finally {
                client.disconnect();
            }
        }
    }

    private static ByteBuffer row(ModbusTcpClient client) throws Exception {
        return ByteBuffer.wrap(client.readInputRegisters(1, new ReadInputRegistersRequest(0, 6))
                .registers());
    }

    @Test
    void aReplayHasNoFaultsButALamp() throws Exception {
        try (Plant plant = paused(0);
                Opc opc = new Opc(plant)) {
            Control.Answer refused = new Control(plant.controlPort()).send("PUT", "/faults/imbalance?severity=1");
            assertThat(refused.code()).isEqualTo(404);
            assertThat(refused.body().get("error").getAsString()).contains("replays a recording");
            assertThat(opc.write("Pump/alarm", true).isGood()).isTrue();
            assertThat(opc.read("Pump/alarm").value().value()).isEqualTo(true);
        }
    }

    @Test
    void moreRowsSkippedThanThereAreIsRefused() {
        assertThatThrownBy(() -> paused(40).close())
                .isInstanceOf(PlantException.class)
                .hasMessageContaining("has 40 rows, so that 40 of them cannot be skipped");
    }

    @Test
    void recordedTimesSetThePaceSoManyTimesFaster() throws Exception {
        try (Plant plant = new Plant(PlantOptions.replay(ReplayOptions.of(file, 50)))) {
            Control control = new Control(plant.controlPort());
            long begin = System.nanoTime();
            Await.until("the end", () -> control.status()
                    .getAsJsonObject("replay")
                    .get("state")
                    .getAsString()
                    .equals("done"));
            // 39 gaps of one second at fifty times the speed, less what passed before the first look.
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(12));
        }
    }
}
