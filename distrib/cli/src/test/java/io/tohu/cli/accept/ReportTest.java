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
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void aSkippedStepIsNamedAndDoesNotCountAsPassed() {
        Report report = new Report();
        report.add(new Report.Line("there", Outcome.ok("seen"), 1500));
        report.add(new Report.Line("restart", Outcome.skipped("nobody said how"), 0));

        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.table())
                .contains("ok       there")
                .contains("1.5 s  seen")
                .contains("skipped  restart")
                .contains("nobody said how")
                .contains("1 ok, 0 failed, 1 skipped, 0 not run");
    }

    @Test
    void oneFailedStepIsEnoughForNotAccepted() {
        Report report = new Report();
        report.add(new Report.Line("there", Outcome.ok("seen"), 1));
        report.add(new Report.Line("data", Outcome.failed("none came"), 1));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.table()).contains("NOT accepted");
    }

    @Test
    void onlyARunInWhichEveryStepWentWellIsAccepted() {
        Report report = new Report();
        report.add(new Report.Line("there", Outcome.ok("seen"), 1));

        assertThat(report.exitCode()).isZero();
        assertThat(report.table()).contains("0 not run: accepted");
    }

    @Test
    void aRunWithoutStepsIsNotAccepted() {
        assertThat(new Report().accepted()).isFalse();
    }

    @Test
    void theJsonHasEveryStepWithItsStatus(@TempDir Path folder) throws Exception {
        Report report = new Report();
        report.add(new Report.Line("data", Outcome.failed("none came"), 12));
        Path file = folder.resolve("new/accept.json");

        report.write(file, "a gateway");

        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(json.get("accepted").getAsBoolean()).isFalse();
        assertThat(json.get("gateway").getAsString()).isEqualTo("a gateway");
        JsonObject step = json.getAsJsonArray("steps").get(0).getAsJsonObject();
        assertThat(step.get("status").getAsString()).isEqualTo("FAILED");
        assertThat(step.get("millis").getAsInt()).isEqualTo(12);
    }
}
