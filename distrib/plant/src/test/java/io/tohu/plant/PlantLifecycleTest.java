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

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlantLifecycleTest {

    private static PlantOptions on(int opcua, int modbus, int control) {
        return new PlantOptions(
                "127.0.0.1",
                opcua,
                modbus,
                control,
                Optional.empty(),
                1,
                Duration.ofMillis(20),
                false,
                Optional.empty());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("plant-"))
                .count();
    }

    @Test
    void aClosedPlantLeavesNoThreadAndFreesItsPorts() throws Exception {
        Plant first = new Plant(PlantOptions.pump(1));
        try (Opc opc = new Opc(first)) {
            opc.subscribe(20, "Pump/flow");
        }
        first.close();
        Await.until("all threads have ended", () -> threads() == 0);
        try (Plant second = new Plant(on(first.opcuaPort(), first.modbusPort(), first.controlPort()));
                Opc opc = new Opc(second)) {
            assertThat(opc.number("Pump/speed")).isPositive();
        }
    }

    @Test
    void aPlantThatCannotHaveAllPortsLeavesNothingBehind() throws Exception {
        try (Plant other = new Plant(PlantOptions.pump(1))) {
            long before = threads();
            assertThatThrownBy(() -> new Plant(on(other.opcuaPort(), 0, 0)))
                    .isInstanceOf(PlantException.class)
                    .hasMessageContaining("choose another with --opcua-port");
            Await.until("the half-started plant is gone", () -> threads() <= before);
        }
    }
}
