/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSignatureTest {

    private static final double[][] HEALTHY = Runs.days(skid -> {});

    private static double[][] with(Fault fault, double severity) {
        return Runs.days(skid -> skid.setFault(fault, severity));
    }

    /** Shift of the mean in units of the healthy spread over days at the same steady load. */
    private static double shift(double[][] rows, Signal signal) {
        return (Runs.mean(rows, signal) - Runs.mean(HEALTHY, signal)) / Runs.deviation(HEALTHY, signal);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aWeakFaultShiftsNoSingleSignalOutOfItsHealthySpread(Fault fault) {
        double[][] rows = with(fault, 0.15);
        for (Signal signal : Signal.values()) {
            assertThat(Math.abs(shift(rows, signal))).as(signal.signalName()).isLessThan(3);
        }
    }

    @Test
    void aClosingValveLowersFlowAndCurrentAndRaisesDischargePressure() {
        double[][] rows = with(Fault.VALVE_CLOSING, 0.6);
        assertThat(shift(rows, Signal.FLOW)).isLessThan(-10);
        assertThat(shift(rows, Signal.DISCHARGE_PRESSURE)).isGreaterThan(5);
        assertThat(shift(rows, Signal.MOTOR_CURRENT)).isLessThan(-5);
    }

    @Test
    void cavitationLowersSuctionPressureAndHeadAndShakesBothAxes() {
        double[][] rows = with(Fault.CAVITATION, 0.6);
        assertThat(shift(rows, Signal.SUCTION_PRESSURE)).isLessThan(-5);
        assertThat(shift(rows, Signal.DISCHARGE_PRESSURE)).isLessThan(-5);
        assertThat(shift(rows, Signal.VIBRATION_X)).isGreaterThan(5);
        assertThat(shift(rows, Signal.VIBRATION_Y)).isGreaterThan(5);
    }

    @Test
    void bearingWearShakesHeatsAndBrakesTheShaft() {
        double[][] rows = with(Fault.BEARING_WEAR, 0.6);
        assertThat(shift(rows, Signal.VIBRATION_X)).isGreaterThan(5);
        assertThat(shift(rows, Signal.BEARING_TEMPERATURE)).isGreaterThan(3);
        assertThat(shift(rows, Signal.MOTOR_CURRENT)).isGreaterThan(3);
    }

    @Test
    void imbalanceShakesAndLeavesTheHydraulicsAlone() {
        double[][] rows = with(Fault.IMBALANCE, 0.6);
        assertThat(shift(rows, Signal.VIBRATION_X)).isGreaterThan(10);
        assertThat(Math.abs(shift(rows, Signal.FLOW))).isLessThan(0.5);
        assertThat(Math.abs(shift(rows, Signal.MOTOR_CURRENT))).isLessThan(0.5);
    }

    @Test
    void aStuckSensorRepeatsItsValueWhileTheMachineMovesOn() {
        PumpSkid skid = new PumpSkid(2);
        skid.setStuckSensor(Signal.DISCHARGE_PRESSURE, 1);
        skid.step(0.02);
        PumpSample stuckAt = skid.sample();
        skid.setLoad(100);
        skid.step(30);
        assertThat(skid.sample().value(Signal.DISCHARGE_PRESSURE)).isEqualTo(stuckAt.value(Signal.DISCHARGE_PRESSURE));
        assertThat(skid.sample().value(Signal.FLOW)).isGreaterThan(stuckAt.value(Signal.FLOW) + 5);
    }

    @Test
    void aHealedMachineReadsAsBefore() {
        double[][] rows = Runs.days(skid -> {
            skid.setFault(Fault.IMBALANCE, 1);
            skid.setStuckSensor(Signal.SPEED, 1);
            skid.step(5);
            skid.clearFaults();
        });
        assertThat(Math.abs(shift(rows, Signal.VIBRATION_X))).isLessThan(0.5);
        assertThat(Runs.deviation(rows, Signal.SPEED)).isPositive();
    }

    @Test
    void aSeverityOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new PumpSkid(1).setFault(Fault.IMBALANCE, 1.2))
                .hasMessageContaining("severity 1.2 is not within 0.0 to 1.0");
    }
}
