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
import static org.assertj.core.api.Assertions.within;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlantModbusTest {

    private Plant plant;
    private ModbusTcpClient client;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(PlantOptions.pump(1));
        client = ModbusTcpClient.create(
                NettyTcpClientTransport.create(config -> {
                    config.setHostname("127.0.0.1");
                    config.setPort(plant.modbusPort());
                }),
                config -> config.setRequestTimeout(Duration.ofSeconds(5)));
        client.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.disconnect();
        plant.close();
    }

    private ByteBuffer inputs(int address, int quantity) throws Exception {
        return ByteBuffer.wrap(client.readInputRegisters(1, new ReadInputRegistersRequest(address, quantity))
                .registers());
    }

    @Test
    void theSignalsAreFloatsInOrderAndScaledWordsFromOneHundred() throws Exception {
        ByteBuffer floats = inputs(0, 16);
        assertThat(floats.getFloat(0)).isBetween(2500f, 2700f);
        assertThat(floats.getFloat(4)).isBetween(30f, 50f);
        assertThat(floats.getFloat(12)).isBetween(3.5f, 5f);
        assertThat(floats.getFloat(28)).isBetween(0.3f, 1.5f);
        ByteBuffer words = inputs(100, 8);
        assertThat((double) words.getShort(2)).isCloseTo(100.0 * floats.getFloat(4), within(400.0));
        assertThat((double) words.getShort(6)).isCloseTo(1000.0 * floats.getFloat(12), within(300.0));
    }

    @Test
    void theNameplateHasEachNumberInTheOrderOfItsMaker() throws Exception {
        ByteBuffer words = inputs(200, 20);
        assertThat(words.getShort(0) & 0xFFFFL | (words.getShort(2) & 0xFFFFL) << 16)
                .isEqualTo(3_210_987_654L);
        float flow = Float.intBitsToFloat(words.getShort(4) & 0xFFFF | words.getShort(6) << 16);
        assertThat(flow).isBetween(30f, 50f);
        assertThat(words.getShort(8) / 100.0).isCloseTo(flow - 100, within(0.01));
        assertThat(words.getShort(10) & 0xFFFF).isEqualTo(0x8001);
        byte[] name = new byte[16];
        words.get(12, name);
        assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("TOHU PUMP SKID 1");
        assertThat(words.getDouble(28)).isBetween(2500.0, 2700.0);
        int swapped = Short.reverseBytes(words.getShort(36)) << 16 | Short.reverseBytes(words.getShort(38)) & 0xFFFF;
        assertThat(Float.intBitsToFloat(swapped)).isBetween(3.5f, 5f);
    }

    @Test
    void addressesThatAreNotThereAreExceptionTwo() {
        assertThatThrownBy(() -> inputs(0, 17)).isInstanceOfSatisfying(ModbusResponseException.class, refusal -> {
            assertThat(refusal.getExceptionCode()).isEqualTo(2);
            assertThat(refusal.getFunctionCode()).isEqualTo(4);
        });
        assertThatThrownBy(() -> client.readHoldingRegisters(1, new ReadHoldingRegistersRequest(4, 1)))
                .isInstanceOf(ModbusResponseException.class);
        assertThatThrownBy(() -> client.readCoils(1, new ReadCoilsRequest(1, 1)))
                .isInstanceOf(ModbusResponseException.class);
    }

    @Test
    void aWrittenSetpointIsReadBackAndChangesTheMachine() throws Exception {
        byte[] value = ByteBuffer.allocate(4).putFloat(30f).array();
        client.writeMultipleRegisters(1, new WriteMultipleRegistersRequest(2, 2, value));
        ByteBuffer holdings = ByteBuffer.wrap(client.readHoldingRegisters(1, new ReadHoldingRegistersRequest(0, 4))
                .registers());
        assertThat(holdings.getFloat(0)).isEqualTo(2635f);
        assertThat(holdings.getFloat(4)).isEqualTo(30f);
        float before = inputs(6, 2).getFloat();
        Await.until("the closing valve raises the pressure", () -> inputs(6, 2).getFloat() > before + 0.2);
    }

    @Test
    void aSetpointOutOfRangeIsExceptionThree() {
        byte[] value = ByteBuffer.allocate(4).putFloat(9000f).array();
        assertThatThrownBy(() -> client.writeMultipleRegisters(1, new WriteMultipleRegistersRequest(0, 2, value)))
                .isInstanceOfSatisfying(ModbusResponseException.class, refusal -> assertThat(refusal.getExceptionCode())
                        .isEqualTo(3));
    }

    @Test
    void theCoilIsTheAlarmLampAndTheInputSaysThatThePumpRuns() throws Exception {
        client.writeSingleCoil(1, new WriteSingleCoilRequest(0, true));
        assertThat(client.readCoils(1, new ReadCoilsRequest(0, 1)).coils()[0]).isEqualTo((byte) 1);
        assertThat(client.readDiscreteInputs(1, new ReadDiscreteInputsRequest(0, 1))
                        .inputs()[0])
                .isEqualTo((byte) 1);
        try (Opc opc = new Opc(plant)) {
            assertThat(opc.read("Pump/alarm").value().value()).isEqualTo(true);
        }
        client.writeSingleCoil(1, new WriteSingleCoilRequest(0, false));
        assertThat(client.readCoils(1, new ReadCoilsRequest(0, 1)).coils()[0]).isZero();
    }

    @Test
    void anotherUnitDoesNotAnswer() throws Exception {
        ModbusTcpClient hasty = ModbusTcpClient.create(
                NettyTcpClientTransport.create(config -> {
                    config.setHostname("127.0.0.1");
                    config.setPort(plant.modbusPort());
                }),
                config -> config.setRequestTimeout(Duration.ofMillis(200)));
        hasty.connect();
        try {
            assertThatThrownBy(() -> hasty.readInputRegisters(2, new ReadInputRegistersRequest(0, 2)))
                    .isInstanceOf(ModbusTimeoutException.class);
        } finally {
            hasty.disconnect();
        }
    }

    @Test
    void registersAndBytesAreCounted() throws Exception {
        inputs(0, 16);
        inputs(0, 16);
        var served = new Control(plant.controlPort())
                .status()
                .getAsJsonObject("served")
                .getAsJsonObject("modbus");
        assertThat(served.get("requests").getAsLong()).isEqualTo(2);
        assertThat(served.get("valuesRead").getAsLong()).isEqualTo(32);
        assertThat(served.get("valueBytes").getAsLong()).isEqualTo(64);
        assertThat(served.get("bytesIn").getAsLong()).isEqualTo(24);
        assertThat(served.get("bytesOut").getAsLong()).isEqualTo(2 * (9 + 32));
    }
}
