/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning.pump;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.learning.DynamicPca;
import io.tohu.learning.LearningException;
import io.tohu.plant.pump.Fault;
import io.tohu.plant.pump.HealthyRun;
import io.tohu.plant.pump.LoadSchedule;
import io.tohu.plant.pump.PumpSkid;
import io.tohu.plant.pump.Signal;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PumpModelTest {

    private static final int ROWS_PER_SECOND = 10;
    private static final int ALARM_AFTER = 3;

    private static DynamicPca model;

    @BeforeAll
    static void fit() throws LearningException {
        model = PumpModel.fit(PumpModel.SEED);
    }

    @ParameterizedTest
    @ValueSource(longs = {501, 502, 503})
    void thirtyHealthyMinutesWithLoadChangesRaiseNoAlarm(long seed) {
        double[][] rows = HealthyRun.rows(seed, 1800, 1.0 / ROWS_PER_SECOND);

        assertThat(secondsToAlarm(rows, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "STUCK_SENSOR", mode = EnumSource.Mode.EXCLUDE)
    void aStrongFaultAlarmsWithinTenSeconds(Fault fault) {
        for (long seed = 601; seed <= 605; seed++) {
            double[][] rows = faulty(seed, skid -> skid.setFault(fault, 1));

            assertThat(secondsToAlarm(rows, 300).orElse(Double.NaN))
                    .as("%s, seed %d", fault, seed)
                    .isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void aStuckSensorAlarmsWithinTenSeconds(Signal signal) {
        double[][] rows = faulty(606, skid -> skid.setStuckSensor(signal, 1));

        assertThat(secondsToAlarm(rows, 300).orElse(Double.NaN)).isLessThanOrEqualTo(10);
    }

    @Test
    void aClosingValveIsBlamedOnFlowAndPressure() {
        double[][] rows = faulty(607, skid -> skid.setFault(Fault.VALVE_CLOSING, 0.8));

        double[] shares = model.score(rows, 400).contributions();

        assertThat(shares[Signal.FLOW.ordinal()] + shares[Signal.DISCHARGE_PRESSURE.ordinal()])
                .isGreaterThan(0.5);
    }

    @Test
    void theShippedModelIsReproducible() throws LearningException {
        assertThat(PumpModel.files("1.0.0", 7).get("model.onnx"))
                .isEqualTo(PumpModel.files("1.0.1", 7).get("model.onnx"));
    }

    /** A minute of operation with a fault that begins after 30 s. */
    private static double[][] faulty(long seed, Consumer<PumpSkid> fault) {
        PumpSkid skid = new PumpSkid(seed);
        LoadSchedule schedule = new LoadSchedule(seed);
        double[][] rows = new double[60 * ROWS_PER_SECOND][];
        for (int i = 0; i < rows.length; i++) {
            schedule.drive(skid);
            if (i == 300) {
                fault.accept(skid);
            }
            skid.step(1.0 / ROWS_PER_SECOND);
            rows[i] = skid.sample().values();
        }
        return rows;
    }

    /** Time from a row to the third window in a row above the limit. */
    private static OptionalDouble secondsToAlarm(double[][] rows, int from) {
        int inARow = 0;
        for (int begin = Math.max(0, from - PumpModel.SAMPLES + PumpModel.STRIDE);
                begin + PumpModel.SAMPLES <= rows.length;
                begin += PumpModel.STRIDE) {
            inARow = model.score(rows, begin).score() > model.limit() ? inARow + 1 : 0;
            if (inARow == ALARM_AFTER) {
                return OptionalDouble.of((double) (begin + PumpModel.SAMPLES - from) / ROWS_PER_SECOND);
            }
        }
        return OptionalDouble.empty();
    }
}
