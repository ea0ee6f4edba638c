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
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PumpSkidTest {

    @Test
    void theSameSeedAndStepsGiveTheSameReadingsBitForBit() {
        assertThat(HealthyRun.rows(7, 120, 0.1)).isDeepEqualTo(HealthyRun.rows(7, 120, 0.1));
        assertThat(new PumpSkid(7).waveform()).isEqualTo(new PumpSkid(7).waveform());
    }

    @Test
    void anotherSeedGivesAnotherMachine() {
        assertThat(HealthyRun.rows(7, 1, 0.1)[9]).isNotEqualTo(HealthyRun.rows(8, 1, 0.1)[9]);
    }

    @Test
    void lookingMoreOftenDoesNotChangeTheMachine() {
        PumpSkid often = new PumpSkid(3);
        PumpSkid seldom = new PumpSkid(3);
        often.setLoad(95);
        seldom.setLoad(95);
        for (int i = 0; i < 1000; i++) {
            often.step(0.02);
        }
        seldom.step(20);
        for (Signal signal : Signal.values()) {
            assertThat(often.sample().value(signal))
                    .as(signal.signalName())
                    .isCloseTo(seldom.sample().value(signal), within(10 * signal.noise() + signal.quantum()));
        }
        assertThat(often.time()).isCloseTo(seldom.time(), within(1e-6));
    }

    @Test
    void flowFollowsSpeedAndPressureItsSquare() {
        double[][] slow = Runs.steady(1, 300, skid -> {
            skid.setSpeedSetpoint(2000);
            skid.setValveSetpoint(70);
        });
        double[][] fast = Runs.steady(1, 300, skid -> {
            skid.setSpeedSetpoint(2900);
            skid.setValveSetpoint(70);
        });
        double ratio = Runs.mean(fast, Signal.SPEED) / Runs.mean(slow, Signal.SPEED);
        // The static head makes the flow gain a little more than the speed.
        assertThat(Runs.mean(fast, Signal.FLOW) / Runs.mean(slow, Signal.FLOW)).isBetween(ratio, ratio * 1.2);
        double rise = (Runs.mean(fast, Signal.DISCHARGE_PRESSURE) - Runs.mean(fast, Signal.SUCTION_PRESSURE))
                / (Runs.mean(slow, Signal.DISCHARGE_PRESSURE) - Runs.mean(slow, Signal.SUCTION_PRESSURE));
        assertThat(rise).isCloseTo(ratio * ratio, within(0.15));
    }

    @Test
    void closingTheValveRaisesDischargePressureAndLowersFlowAndCurrent() {
        double[][] open = Runs.steady(1, 300, skid -> skid.setValveSetpoint(75));
        double[][] closed = Runs.steady(1, 300, skid -> skid.setValveSetpoint(40));
        assertThat(Runs.mean(closed, Signal.DISCHARGE_PRESSURE))
                .isGreaterThan(Runs.mean(open, Signal.DISCHARGE_PRESSURE) + 0.3);
        assertThat(Runs.mean(closed, Signal.FLOW)).isLessThan(Runs.mean(open, Signal.FLOW) - 10);
        assertThat(Runs.mean(closed, Signal.MOTOR_CURRENT)).isLessThan(Runs.mean(open, Signal.MOTOR_CURRENT) - 1);
    }

    @Test
    void loadMakesTheShaftSlipBehindItsSetpoint() {
        double[][] rows = Runs.steady(1, 300, skid -> skid.setLoad(100));
        assertThat(Runs.mean(rows, Signal.SPEED)).isBetween(2950 - 45.0, 2950 - 20.0);
    }

    @Test
    void setpointsRampAndDoNotJump() {
        PumpSkid skid = new PumpSkid(1);
        double before = skid.sample().value(Signal.SPEED);
        skid.setSpeedSetpoint(skid.speedSetpoint() + 300);
        skid.step(1);
        assertThat(skid.sample().value(Signal.SPEED) - before).isBetween(60.0, 130.0);
    }

    @Test
    void theBearingWarmsSlowlyAfterALoadChange() {
        double[][] soon = Runs.steady(5, 50, skid -> skid.setLoad(100));
        PumpSkid skid = new PumpSkid(5);
        skid.setLoad(100);
        skid.step(900);
        assertThat(skid.sample().value(Signal.BEARING_TEMPERATURE))
                .isGreaterThan(Runs.mean(soon, Signal.BEARING_TEMPERATURE) + 1);
    }

    @Test
    void aSpeedSetpointOfZeroStopsThePump() {
        PumpSkid skid = new PumpSkid(1);
        skid.setSpeedSetpoint(0);
        skid.step(60);
        assertThat(skid.running()).isFalse();
        assertThat(skid.sample().value(Signal.FLOW)).isCloseTo(0, within(1.5));
        assertThat(skid.sample().value(Signal.MOTOR_CURRENT)).isCloseTo(0, within(1.0));
    }

    @Test
    void setpointsOutOfRangeAreRefusedAndLeaveTheMachineAsItIs() {
        PumpSkid skid = new PumpSkid(1);
        double before = skid.speedSetpoint();
        assertThatThrownBy(() -> skid.setSpeedSetpoint(3001)).hasMessageContaining("speed set-point 3001.0");
        assertThatThrownBy(() -> skid.setSpeedSetpoint(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> skid.setValveSetpoint(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> skid.step(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(skid.speedSetpoint()).isEqualTo(before);
    }

    @Test
    void aHealthyRunCoversTheLoadRangeWithoutCavitating() {
        double[][] rows = HealthyRun.rows(11, 3600, 1);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double[] row : rows) {
            least = Math.min(least, row[Signal.FLOW.ordinal()]);
            most = Math.max(most, row[Signal.FLOW.ordinal()]);
            assertThat(row[Signal.VIBRATION_X.ordinal()]).isLessThan(1.6);
        }
        assertThat(rows).hasNumberOfRows(3600);
        assertThat(least).isLessThan(30);
        assertThat(most).isGreaterThan(48);
    }
}
