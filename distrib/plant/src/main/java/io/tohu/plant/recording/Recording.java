/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a CSV file: sensor columns as numbers, label columns apart, and the time of each row where the file has it.
 * Immutable. Rows count from 0, the line after the header.
 */
public final class Recording {

    /** Names of label columns when nothing else is said; SKAB uses both. */
    public static final Set<String> USUAL_LABELS = Set.of("anomaly", "changepoint");

    private final Path file;
    private final List<String> columns;
    private final List<String> labels;
    private final List<String> ignored;
    private final List<double[]> rows;
    private final List<double[]> marks;
    private final List<Instant> times;

    Recording(
            Path file,
            List<String> columns,
            List<String> labels,
            List<String> ignored,
            List<double[]> rows,
            List<double[]> marks,
            List<Instant> times) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.labels = List.copyOf(labels);
        this.ignored = List.copyOf(ignored);
        this.rows = List.copyOf(rows);
        this.marks = List.copyOf(marks);
        this.times = List.copyOf(times);
    }

    /**
     * Reads a file whose label columns are among {@link #USUAL_LABELS}.
     *
     * @throws RecordingException if the file cannot be read or is no table of numbers
     */
    public static Recording read(Path file) throws RecordingException {
        return new RecordingReader(file, USUAL_LABELS, false).read();
    }

    /**
     * Reads a file with the given label columns.
     *
     * @throws RecordingException if the file cannot be read, is no table of numbers or lacks one of the labels
     */
    public static Recording read(Path file, Set<String> labels) throws RecordingException {
        return new RecordingReader(file, labels, true).read();
    }

    public Path file() {
        return file;
    }

    /** Names of the sensor columns as the header has them, in the file's order. */
    public List<String> columns() {
        return columns;
    }

    /** Names of the label columns that the file has. */
    public List<String> labels() {
        return labels;
    }

    /** Names of columns that hold text and are neither served nor labels. */
    public List<String> ignored() {
        return ignored;
    }

    /** Number of rows, at least 1. */
    public int rows() {
        return rows.size();
    }

    /** A copy of one row in the order of {@link #columns()}; NaN where the file has no value. */
    public double[] row(int row) {
        return rows.get(row).clone();
    }

    /** One value, NaN where the file has none. */
    public double value(int row, int column) {
        return rows.get(row)[column];
    }

    /**
     * The label of a row, NaN where the file has no value.
     *
     * @throws IllegalArgumentException if the file has no such label
     */
    public double label(int row, String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(file + " has no label column " + label + ", it has " + labels);
        }
        return marks.get(row)[index];
    }

    /** When the row was recorded (a time without zone is taken as UTC), if the file says so. */
    public Optional<Instant> time(int row) {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(row));
    }
}
