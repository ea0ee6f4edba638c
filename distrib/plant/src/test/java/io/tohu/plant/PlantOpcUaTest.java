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
import static org.assertj.core.api.Assertions.within;

import io.tohu.plant.pump.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlantOpcUaTest {

    private Plant plant;
    private Opc opc;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(PlantOptions.pump(1));
        opc = new Opc(plant);
    }

    @AfterEach
    void stop() throws Exception {
        opc.close();
        plant.close();
    }

    @Test
    void everySignalIsAGoodDoubleOfNow() throws Exception {
        for (Signal signal : Signal.values()) {
            DataValue value = opc.read("Pump/" + signal.signalName());
            assertThat(value.statusCode().isGood()).as(signal.signalName()).isTrue();
            assertThat(value.value().value()).isInstanceOf(Double.class);
            assertThat(value.sourceTime().getJavaInstant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        }
    }

    @Test
    void theWaveformIsAnArrayOfFloats() throws Exception {
        Object waveform = opc.read("Pump/vibrationWaveform").value().value();
        assertThat(waveform.getClass().isArray()).isTrue();
        assertThat(java.lang.reflect.Array.getLength(waveform)).isEqualTo(1024);
        assertThat(((Number) java.lang.reflect.Array.get(waveform, 5)).floatValue())
                .isNotZero();
    }

    @Test
    void aSubscriptionBringsEachStepOnceWithItsSampleTime() throws Exception {
        List<DataValue> values = opc.subscribe(20, "Pump/speed", "Pump/flow").get("Pump/flow");
        Await.until("fifty flows", () -> values.size() >= 50);
        Instant before = values.get(1).sourceTime().getJavaInstant();
        for (DataValue value : values.subList(2, 50)) {
            Instant time = value.sourceTime().getJavaInstant();
            // Longer gaps are readings that did not change, which are not told again.
            assertThat(Duration.between(before, time)).isGreaterThanOrEqualTo(Duration.ofMillis(19));
            before = time;
        }
    }

    @Test
    void aSlowSubscriptionIsNotFloodedWithEveryStep() throws Exception {
        List<DataValue> values = opc.subscribe(100, "Pump/flow").get("Pump/flow");
        Await.until("ten flows", () -> values.size() >= 10);
        Duration span = Duration.between(
                values.get(1).sourceTime().getJavaInstant(),
                values.get(9).sourceTime().getJavaInstant());
        assertThat(span).isGreaterThanOrEqualTo(Duration.ofMillis(780));
    }

    @Test
    void aWrittenSpeedSetpointChangesTheMachine() throws Exception {
        assertThat(opc.write("Pump/speedSetpoint", 2000.0).isGood()).isTrue();
        assertThat(opc.number("Pump/speedSetpoint")).isEqualTo(2000.0);
        Await.until("the pump has slowed down", () -> opc.number("Pump/speed") < 2100);
        Await.until("the flow has followed", () -> opc.number("Pump/flow") < 30);
    }

    @Test
    void wrongWritesAreRefusedWithTheRightStatus() throws Exception {
        assertThat(opc.write("Pump/speedSetpoint", 9000.0).value()).isEqualTo(StatusCodes.Bad_OutOfRange);
        assertThat(opc.write("Pump/valveSetpoint", Double.NaN).value()).isEqualTo(StatusCodes.Bad_OutOfRange);
        assertThat(opc.write("Pump/speedSetpoint", "fast").value()).isEqualTo(StatusCodes.Bad_TypeMismatch);
        assertThat(opc.write("Pump/flow", 1.0).value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);
        assertThat(opc.read("Pump/nothing").statusCode().value()).isEqualTo(StatusCodes.Bad_NodeIdUnknown);
    }

    @Test
    void theAlarmLampIsSeenBySubscribersAndControl() throws Exception {
        List<DataValue> lamp = opc.subscribe(20, "Pump/alarm").get("Pump/alarm");
        Await.until("the lamp is told dark", () -> lamp.size() == 1);
        assertThat(opc.write("Pump/alarm", true).isGood()).isTrue();
        Await.until("the lamp is told lit", () -> lamp.size() == 2);
        assertThat(lamp.get(1).value().value()).isEqualTo(true);
        var alarm = new Control(plant.controlPort()).status().getAsJsonObject("alarm");
        assertThat(alarm.get("lit").getAsBoolean()).isTrue();
        assertThat(alarm.get("changes").getAsLong()).isEqualTo(1);
    }

    @Test
    void allValuesOfOneReadAreOfTheSameStep() throws Exception {
        List<String> tags = Arrays.stream(Signal.values())
                .map(s -> "Pump/" + s.signalName())
                .toList();
        for (int i = 0; i < 200; i++) {
            assertThat(opc.readAll(tags).stream().map(DataValue::sourceTime).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void whatIsServedIsCounted() throws Exception {
        opc.read("Pump/flow");
        opc.read("Pump/flow");
        var served = new Control(plant.controlPort())
                .status()
                .getAsJsonObject("served")
                .getAsJsonObject("opcua");
        assertThat(served.get("valuesRead").getAsLong()).isEqualTo(2);
        assertThat(served.get("valueBytes").getAsLong()).isEqualTo(16);
        assertThat(served.get("bytesOut").getAsLong()).isGreaterThan(100);
    }
}
