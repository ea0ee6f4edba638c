/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.cli.process.Layout;
import io.tohu.itests.process.TohuProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a person starts it: processes, real sockets, exit code. */
class DemoIT {

    private static final Layout LAYOUT = Layout.ofThisCheckout();
    private static final int ROWS = 700;
    private static final int ANOMALY = 450;

    private static JsonObject demo(Path log, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("demo", "--exit"));
        all.addAll(List.of(options));
        assertThat(new TohuProcess(LAYOUT, log).run(all))
                .as(Files.readString(log))
                .isZero();
        return JsonParser.parseString(Files.readString(LAYOUT.home().resolve("target/demo/summary.json")))
                .getAsJsonObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void theStoryOfThePumpGoesWellOnBothPlatformLevels(String level, @TempDir Path folder) throws Exception {
        JsonObject summary = demo(folder.resolve("demo.log"), "--seconds=30", "--platform=" + level);

        assertThat(summary.get("ok").getAsBoolean()).isTrue();
        assertThat(summary.getAsJsonArray("steps"))
                .extracting(DemoIT::name)
                .contains(
                        "healthy",
                        "load change",
                        "fault detected",
                        "alarm message",
                        "write-back",
                        "OPC UA",
                        "Modbus",
                        "Modbus types");
    }

    @Test
    void aRecordingIsLearnedOnItsFirstRowsAndItsAnomalyFoundInTheRest(@TempDir Path folder) throws Exception {
        JsonObject summary = demo(
                folder.resolve("replay.log"),
                "--replay=" + recording(folder.resolve("recording.csv")),
                "--learn-rows=400",
                "--speed=10");

        assertThat(summary.getAsJsonArray("steps")).extracting(DemoIT::name).contains("rows", "detected", "labels");
    }

    private static String name(JsonElement step) {
        return step.getAsJsonObject().get("name").getAsString();
    }

    /** Three coupled signals; one of them leaves the others at row {@value #ANOMALY}. */
    private static Path recording(Path file) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of("datetime;flow;pressure;current;anomaly"));
        for (int row = 0; row < ROWS; row++) {
            double load = Math.sin(row / 11.0) + 0.3 * random.nextGaussian();
            lines.add(String.format(
                    Locale.ROOT,
                    "2026-01-01 10:%02d:%02d;%.4f;%.4f;%.4f;%d",
                    row / 60,
                    row % 60,
                    10 + load + 0.05 * random.nextGaussian(),
                    5 + (row >= ANOMALY ? 4 : 0.5 * load) + 0.05 * random.nextGaussian(),
                    2 + 0.2 * load + 0.02 * random.nextGaussian(),
                    row >= ANOMALY ? 1 : 0));
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
