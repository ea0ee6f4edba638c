/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.nab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.evaluation.LabelledRun;
import io.tohu.evaluation.ScoredRun;
import io.tohu.learning.FitOptions;
import io.tohu.learning.LearningException;
import io.tohu.plant.recording.Recording;
import io.tohu.plant.recording.RecordingException;
import io.tohu.wires.internal.decision.AlarmPolicy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Learns a machine's temperature from the first 750 rows, as the benchmark allows, and meets the rest. */
public final class NabEvaluation {

    /** The benchmark's probation: 15 % of at most 5,000 rows. */
    static final int LEARN_ROWS = 750;

    private static final String SERIES = "realKnownCause/machine_temperature_system_failure.csv";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    /** Two hours at five minutes a row. */
    private static final int SAMPLES = 24;

    private static final FitOptions OPTIONS =
            FitOptions.windows(SAMPLES, 1, 300_000).withExplainedVariance(0.9).withOperatingMargin(4);
    private static final AlarmPolicy POLICY = AlarmPolicy.plain(1, 2).following(0.2, 0.7);

    private NabEvaluation() {}

    /** @param folder with the benchmark's folders {@code data} and {@code labels} */
    public static NabResult evaluate(Path folder) throws IOException, LearningException {
        Recording recording = read(folder.resolve("data").resolve(SERIES));
        List<NabScore.Window> windows = windows(folder.resolve("labels").resolve("combined_windows.json"), recording);
        double[][] rows = new double[recording.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = recording.row(row);
        }
        LabelledRun run = new LabelledRun(SERIES, rows, new boolean[rows.length], LEARN_ROWS);
        boolean[] alarms = ScoredRun.fit(recording.columns(), run, OPTIONS).causal(POLICY, 1);
        List<Integer> raised = new ArrayList<>();
        for (int row = LEARN_ROWS; row < alarms.length; row++) {
            if (alarms[row] && !alarms[row - 1]) {
                raised.add(row);
            }
        }
        int found = (int) windows.stream()
                .filter(window -> raised.stream().anyMatch(window::holds))
                .count();
        int outside = (int) raised.stream()
                .filter(row -> windows.stream().noneMatch(window -> window.holds(row)))
                .count();
        return new NabResult(NabScore.of(raised, windows), windows.size(), found, outside, rows.length - LEARN_ROWS);
    }

    private static Recording read(Path file) throws IOException {
        try {
            return Recording.read(file);
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<NabScore.Window> windows(Path file, Recording recording) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            JsonObject labels = JsonParser.parseReader(reader).getAsJsonObject();
            if (!labels.has(SERIES)) {
                throw new IOException(file + " has no labels for " + SERIES);
            }
            List<NabScore.Window> windows = new ArrayList<>();
            for (JsonElement window : labels.getAsJsonArray(SERIES)) {
                JsonArray ends = window.getAsJsonArray();
                windows.add(new NabScore.Window(
                        row(recording, ends.get(0).getAsString()),
                        row(recording, ends.get(1).getAsString())));
            }
            return windows;
        }
    }

    private static int row(Recording recording, String text) throws IOException {
        Instant time = LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        for (int row = 0; row < recording.rows(); row++) {
            if (recording.time(row).filter(time::equals).isPresent()) {
                return row;
            }
        }
        throw new IOException(recording.file() + " has no row of " + text);
    }
}
