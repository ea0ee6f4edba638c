/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.plant.pump.LoadSchedule;
import io.tohu.plant.pump.PumpSkid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PumpMachineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PumpMachine machine = new PumpMachine(1, Duration.ofMillis(100), Clock.fixed(START, ZoneOffset.UTC));
    private Instant now = START;

    private void run(int seconds) {
        for (int i = 0; i < 10 * seconds; i++) {
            now = now.plusMillis(100);
            machine.advance(now);
        }
    }

    private int tag(String id) {
        return machine.tags().stream().map(Tag::id).toList().indexOf(id);
    }

    private double speedSetpoint() {
        return machine.board().frame().number(tag("Pump/speedSetpoint"));
    }

    @Test
    void aProductionLineChangesTheLoadUntilSomebodySetsIt() {
        machine.follow(new LoadSchedule(1));
        Set<Double> setpoints = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            run(60);
            setpoints.add(speedSetpoint());
        }
        assertThat(setpoints).hasSizeGreaterThan(5);
        machine.setLoad(50);
        run(600);
        assertThat(speedSetpoint()).isEqualTo(2425);
    }

    @Test
    void aSetpointKeepsTheTimeOfItsLastChange() {
        run(5);
        assertThat(machine.board().frame().cell(tag("Pump/speedSetpoint")).time())
                .isEqualTo(START);
        assertThat(machine.board().frame().cell(tag("Pump/speed")).time()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void waveformsFollowEachOtherWithoutOverlap() {
        int tag = tag("Pump/vibrationWaveform");
        Duration length = Duration.ofMillis((long) (1000 * PumpSkid.WAVEFORM_SAMPLES / PumpSkid.WAVEFORM_RATE));
        run(1);
        Instant before = machine.board().frame().cell(tag).time();
        Object record = machine.board().frame().cell(tag).value();
        run(1);
        Instant after = machine.board().frame().cell(tag).time();
        assertThat(Duration.between(before, after).toMillis() % length.toMillis())
                .isZero();
        assertThat(machine.board().frame().cell(tag).value()).isNotEqualTo(record);
    }

    @Test
    void aSensorCannotBeWritten() {
        assertThatThrownBy(() -> machine.write(tag("Pump/flow"), 1.0)).hasMessage("Pump/flow cannot be written");
    }
}
