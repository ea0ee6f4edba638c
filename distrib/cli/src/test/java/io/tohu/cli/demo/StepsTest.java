/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private final Steps steps = new Steps();

    @Test
    void aRunWithoutStepsIsNoSuccess() {
        assertThat(steps.ok()).isFalse();
    }

    @Test
    void oneFailedStepFailsTheRun(@TempDir Path folder) throws Exception {
        steps.add("a", true, "fine");
        assertThat(steps.ok()).isTrue();
        steps.add("b", false, "the lamp stayed dark");
        steps.write(folder.resolve("x/summary.json"));

        JsonObject summary = JsonParser.parseString(Files.readString(folder.resolve("x/summary.json")))
                .getAsJsonObject();
        assertThat(summary.get("ok").getAsBoolean()).isFalse();
        assertThat(summary.getAsJsonArray("steps")
                        .get(1)
                        .getAsJsonObject()
                        .get("detail")
                        .getAsString())
                .isEqualTo("the lamp stayed dark");
        assertThat(steps.table()).contains("FAIL b").contains("ok   a");
    }
}
