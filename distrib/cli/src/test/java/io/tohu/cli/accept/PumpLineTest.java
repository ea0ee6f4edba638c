/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.cli.cloud.ComponentSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PumpLineTest {

    private static final Path SNAPSHOT = Path.of("../../kura-config/demo/snapshot.xml");

    private static final JsonObject OTHERS = JsonParser.parseString(
                    "{\"components\":[{\"pid\":\"timer\"},{\"pid\":\"logger\"}],"
                            + "\"wires\":[{\"emitter\":\"timer\",\"emitterPort\":0,\"receiver\":\"logger\",\"receiverPort\":0}]}")
            .getAsJsonObject();

    private final PumpLine line = line();

    @Test
    void everyInstanceHasANameThatNothingOfTheGatewayHas() {
        assertThat(line.drivers()).hasSize(2);
        assertThat(line.publishers()).hasSize(3);
        assertThat(line.wired()).extracting(ComponentSpec::pid).allMatch(pid -> pid.startsWith(PumpLine.PREFIX));
        assertThat(PumpLine.pids(line.graph()))
                .containsExactlyInAnyOrderElementsOf(
                        line.wired().stream().map(ComponentSpec::pid).toList());
    }

    @Test
    void componentsReferToEachOtherByTheNewNames() {
        assertThat(property("skid-opcua", "driver.pid")).isEqualTo(PumpLine.PREFIX + "plant-opcua");
        assertThat(property("publish-alarms", "CloudPublisher.target"))
                .isEqualTo("(kura.service.pid=" + PumpLine.PREFIX + "alarms-publisher)");
    }

    @Test
    void driversReachThePlantWhereItIs() {
        assertThat(line.drivers())
                .anyMatch(d ->
                        "opc.tcp://10.0.0.5:4840/plant".equals(d.properties().get("endpoint.url")))
                .anyMatch(d -> "10.0.0.5".equals(d.properties().get("host"))
                        && d.properties().get("port").equals(502));
    }

    @Test
    void messagesAreOfAPriorityThatNeitherRateLimitNorFullQueueHoldsBack() {
        assertThat(line.publishers())
                .allMatch(p -> (int) p.properties().get("priority") < 2)
                .allMatch(p -> p.properties().get("cloud.endpoint.service.pid").equals("endpoint"));
    }

    @Test
    void whatAGatewayHadIsKeptBesidesAndLeftAlone() {
        JsonObject both = line.besides(OTHERS);

        assertThat(PumpLine.pids(both)).contains("timer", "logger", PumpLine.WINDOW, PumpLine.DETECTOR);
        assertThat(PumpLine.without(both)).isEqualTo(OTHERS);
    }

    @Test
    void valuesAreSentWithTheTypesThatTheFormsHave() {
        JsonObject typed = ComponentSpec.typed(spec(line.wired(), "skid-modbus").properties());

        assertThat(typed.getAsJsonObject("flow#unit.id").get("type").getAsString())
                .isEqualTo("INTEGER");
        assertThat(typed.getAsJsonObject("flow#+enabled").get("type").getAsString())
                .isEqualTo("BOOLEAN");
        assertThat(typed.getAsJsonObject("flow#table").get("value").getAsString())
                .isEqualTo("INPUT_REGISTER");
    }

    private Object property(String pid, String name) {
        return spec(line.wired(), pid).properties().get(name);
    }

    private static ComponentSpec spec(List<ComponentSpec> specs, String pid) {
        return specs.stream()
                .filter(s -> s.pid().equals(PumpLine.PREFIX + pid))
                .findFirst()
                .orElseThrow();
    }

    private static PumpLine line() {
        try {
            return PumpLine.read(SNAPSHOT, "10.0.0.5", 4840, 502, "endpoint");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
