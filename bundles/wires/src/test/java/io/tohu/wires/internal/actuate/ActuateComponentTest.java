/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.wires.internal.Defaults;
import io.tohu.wires.internal.FakeContext;
import io.tohu.wires.internal.FakeWires;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class ActuateComponentTest {

    private final FakeWires wires = new FakeWires(2);

    private static WireEnvelope record(String property, TypedValue<?> value) {
        return new WireEnvelope("any", List.of(new WireRecord(Map.of(property, value))));
    }

    @Test
    void anAlarmBecomesAWriteForAnAssetAndAnAuditLine() {
        ActuateComponent component = new ActuateComponent(
                wires,
                new FakeContext("lamp"),
                Defaults.form(ActuateConfig.class, Map.of("dry_run", false, "channel", "lamp")));
        component.onWireReceive(record("alarm", TypedValues.newBooleanValue(true)));
        component.deactivate();

        assertThat(wires.emitted(0))
                .extracting(WireRecord::getProperties)
                .containsExactly(Map.of("lamp", TypedValues.newBooleanValue(true)));
        assertThat(wires.emitted(1)).hasSize(1);
        assertThat(wires.emitted(1).get(0).getProperties().get("outcome").getValue())
                .isEqualTo("WRITTEN");
    }

    @Test
    void asItComesOutOfThePaletteItWritesNothing() {
        ActuateComponent component =
                new ActuateComponent(wires, new FakeContext("lamp"), Defaults.form(ActuateConfig.class, Map.of()));
        component.onWireReceive(record("alarm", TypedValues.newBooleanValue(true)));
        component.deactivate();

        assertThat(wires.emitted(0)).isEmpty();
        assertThat(wires.emitted(1).get(0).getProperties().get("outcome").getValue())
                .isEqualTo("DRY_RUN");
    }

    @Test
    void aDecisionThatCameTooSoonIsWrittenWithoutAnotherRecord() {
        ActuateComponent component = new ActuateComponent(
                wires,
                new FakeContext("lamp"),
                Defaults.form(ActuateConfig.class, Map.of("dry_run", false, "interval_ms", 50)));
        component.onWireReceive(record("alarm", TypedValues.newBooleanValue(true)));
        component.onWireReceive(record("alarm", TypedValues.newBooleanValue(false)));

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (wires.emitted(0).size() < 2) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.onSpinWait();
        }
        component.deactivate();
        assertThat(wires.emitted(0).get(1).getProperties())
                .isEqualTo(Map.of("alarm", TypedValues.newBooleanValue(false)));
    }
}
