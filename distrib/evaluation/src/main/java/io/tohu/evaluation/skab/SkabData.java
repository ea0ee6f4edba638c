/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.skab;

import io.tohu.evaluation.LabelledRun;
import io.tohu.plant.recording.Recording;
import io.tohu.plant.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of SKAB, read from a folder the caller has.
 *
 * @param channels the sensors, in the files' order
 * @param groups labelled runs by group; the first 400 rows of each are for learning
 * @param anomalyFree rows of the run without anomaly
 */
public record SkabData(List<String> channels, Map<String, List<LabelledRun>> groups, double[][] anomalyFree) {

    /** Rows that the leaderboard's protocol learns from, anew for each run. */
    public static final int LEARN_ROWS = 400;

    private static final List<String> GROUPS = List.of("valve1", "valve2", "other");
    private static final String LABEL = "anomaly";

    /** @throws IOException when a file is missing or is no table of numbers; the message names it */
    public static SkabData read(Path folder) throws IOException {
        try {
            Map<String, List<LabelledRun>> groups = new LinkedHashMap<>();
            List<String> channels = List.of();
            for (String group : GROUPS) {
                List<LabelledRun> runs = new ArrayList<>();
                for (Path file : files(folder.resolve(group))) {
                    Recording recording = Recording.read(file);
                    channels = recording.columns();
                    runs.add(labelled(group + "/" + file.getFileName(), recording));
                }
                groups.put(group, runs);
            }
            double[][] healthy =
                    rows(Recording.read(folder.resolve("anomaly-free").resolve("anomaly-free.csv")));
            return new SkabData(channels, groups, healthy);
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Every labelled run, in the groups' order. */
    public List<LabelledRun> runs() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> file.getFileName().toString().length())
                            .thenComparing(Path::getFileName))
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("no CSV file in " + folder);
            }
            return found;
        }
    }

    private static LabelledRun labelled(String name, Recording recording) throws IOException {
        if (recording.rows() <= LEARN_ROWS) {
            throw new IOException(name + " has " + recording.rows() + " rows; the protocol learns from the first "
                    + LEARN_ROWS + " and judges the rest");
        }
        boolean[] anomalous = new boolean[recording.rows()];
        for (int row = 0; row < anomalous.length; row++) {
            anomalous[row] = recording.label(row, LABEL) > 0.5;
        }
        return new LabelledRun(name, rows(recording), anomalous, LEARN_ROWS);
    }

    private static double[][] rows(Recording recording) {
        double[][] rows = new double[recording.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = recording.row(row);
        }
        return rows;
    }
}
