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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlantControlTest {

    private Plant plant;
    private Control control;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(PlantOptions.pump(1));
        control = new Control(plant.controlPort());
    }

    @AfterEach
    void stop() {
        plant.close();
    }

    @Test
    void aFaultThatIsSwitchedOnIsSeenInTheSignalsAndGoesAgain() throws Exception {
        assertThat(control.send("PUT", "/faults/imbalance?severity=0.8").code()).isEqualTo(200);
        assertThat(control.status().getAsJsonObject("faults").getAsJsonObject("imbalance"))
                .hasToString("{\"severity\":0.8}");
        Await.until("the pump shakes", () -> control.signal("vibrationX") > 2.5);
        assertThat(control.send("DELETE", "/faults/imbalance").code()).isEqualTo(200);
        Await.until("the pump is calm", () -> control.signal("vibrationX") < 1.3);
        assertThat(control.status().getAsJsonObject("faults").size()).isZero();
    }

    @Test
    void theStuckSensorIsTheOneThatWasChosen() throws Exception {
        control.send("PUT", "/faults/stuck-sensor?severity=1&signal=suctionPressure");
        assertThat(control.status().getAsJsonObject("faults").getAsJsonObject("stuck-sensor"))
                .hasToString("{\"severity\":1.0,\"signal\":\"suctionPressure\"}");
        control.send("PUT", "/faults/imbalance?severity=0.2");
        assertThat(control.send("DELETE", "/faults").body().getAsJsonObject("faults"))
                .hasToString("{}");
    }

    @Test
    void loadAndSetpointsMoveTheMachine() throws Exception {
        var setpoints = control.send("PUT", "/load?percent=100").body();
        assertThat(setpoints).isNotNull();
        Await.until("both set-points are at full load", () -> {
            var now = control.status().getAsJsonObject("setpoints");
            return now.get("speed").getAsDouble() == 2950 && now.get("valve").getAsDouble() == 75;
        });
        control.send("PUT", "/setpoints/speed?value=2400");
        control.send("PUT", "/setpoints/valve?value=40");
        Await.until("the pump slows down", () -> control.signal("speed") < 2500);
        assertThat(control.signal("flow")).isLessThan(40);
    }

    @Test
    void wrongRequestsAreAnsweredWithASentence() throws Exception {
        assertRefused("PUT", "/faults/rust?severity=1", 404, "there is no fault rust, only valve-closing");
        assertRefused("PUT", "/faults/imbalance", 400, "the parameter severity is missing");
        assertRefused("PUT", "/faults/imbalance?severity=2", 400, "severity 2.0 is not within");
        assertRefused("PUT", "/faults/stuck-sensor?severity=1&signal=x", 400, "there is no signal x");
        assertRefused("PUT", "/load?percent=full", 400, "\"full\" is not a number for percent");
        assertRefused("PUT", "/setpoints/speed?value=-1", 400, "speed set-point -1.0 is not within");
        assertRefused("POST", "/replay/start", 404, "there is no replay to start");
        assertRefused("GET", "/nothing", 404, "GET /nothing is nothing that the plant knows");
    }

    private void assertRefused(String method, String path, int code, String sentence) throws Exception {
        Control.Answer answer = control.send(method, path);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().get("error").getAsString()).contains(sentence);
    }
}
