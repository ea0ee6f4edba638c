/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.cli.process.Layout;
import io.tohu.itests.process.TohuProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded gateway is judged as a real one is, from outside; both levels at once, for most of it is waiting. */
@Execution(ExecutionMode.CONCURRENT)
class AcceptIT {

    private static final Layout LAYOUT = Layout.ofThisCheckout();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void theEmbeddedGatewayPassesEveryStepOnBothPlatformLevels(String level) throws Exception {
        Path log = folder.resolve("accept.log");
        Path json = folder.resolve("accept.json");

        int code =
                new TohuProcess(LAYOUT, log).run(List.of("accept", "--short", "--platform=" + level, "--json=" + json));

        assertThat(code).as(Files.readString(log)).isZero();
        JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        assertThat(report.getAsJsonArray("steps"))
                .hasSizeGreaterThan(26)
                .extracting(AcceptIT::status)
                .containsOnly("OK");
    }

    @Test
    void aGatewayThatNobodyCanReachIsNotAccepted() throws Exception {
        Path log = folder.resolve("accept.log");

        int code = new TohuProcess(LAYOUT, log).run(List.of("accept", "--broker=tcp://127.0.0.1:1", "--client=nobody"));

        assertThat(code).as(Files.readString(log)).isEqualTo(2);
        assertThat(log).content().contains("the broker tcp://127.0.0.1:1 cannot be used");
    }

    private static String status(JsonElement step) {
        return step.getAsJsonObject().get("status").getAsString();
    }
}
