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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads one CSV file. What a column holds is decided by the first row that has a value in it. */
final class RecordingReader {

    private enum Kind {
        UNDECIDED,
        TIME,
        NUMBER,
        LABEL,
        TEXT
    }

    private final Path file;
    private final Set<String> wantedLabels;
    private final boolean labelsRequired;
    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> marks = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private List<String> header;
    private Kind[] kinds;
    private char separator;
    private DateTimeFormatter timeFormat;
    private long line;

    RecordingReader(Path file, Set<String> wantedLabels, boolean labelsRequired) {
        this.file = file;
        this.wantedLabels = wantedLabels;
        this.labelsRequired = labelsRequired;
    }

    Recording read() throws RecordingException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new RecordingException(file, "there is no such file that can be read");
        }
        List<List<String>> cells = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            readHeader(reader.readLine());
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    List<String> row = split(text);
                    decideKinds(row);
                    cells.add(row);
                    lines.add(line);
                }
            }
        } catch (RecordingException described) {
            throw described;
        } catch (CharacterCodingException binary) {
            throw new RecordingException(file, line + 1, "this is not text in UTF-8");
        } catch (IOException broken) {
            throw new RecordingException(file, line + 1, "reading stopped: " + broken.getMessage());
        }
        checkTable(cells);
        for (int i = 0; i < cells.size(); i++) {
            line = lines.get(i);
            addRow(cells.get(i));
        }
        return new Recording(file, named(Kind.NUMBER), named(Kind.LABEL), named(Kind.TEXT), rows, marks, times);
    }

    private void readHeader(String text) throws RecordingException {
        line = 1;
        if (text == null || text.isBlank()) {
            throw new RecordingException(file, line, "the first line must name the columns, it is empty");
        }
        String names = text.startsWith("\uFEFF") ? text.substring(1) : text;
        separator = names.indexOf(';') >= 0 ? ';' : names.indexOf('\t') >= 0 ? '\t' : ',';
        header = CsvLine.split(names, separator);
        kinds = new Kind[header.size()];
        for (int i = 0; i < kinds.length; i++) {
            if (header.get(i).isEmpty() && i > 0) {
                throw new RecordingException(file, line, "column " + (i + 1) + " has no name");
            }
            if (header.indexOf(header.get(i)) != i) {
                throw new RecordingException(file, line, "two columns have the name " + header.get(i));
            }
            kinds[i] = wantedLabels.contains(header.get(i)) ? Kind.LABEL : Kind.UNDECIDED;
        }
        for (String label : wantedLabels) {
            if (labelsRequired && !header.contains(label)) {
                throw new RecordingException(file, line, "there is no label column " + label + " among " + header);
            }
        }
    }

    private List<String> split(String text) throws RecordingException {
        List<String> row = CsvLine.split(text, separator);
        if (row.size() != header.size()) {
            throw new RecordingException(
                    file, line, "has " + row.size() + " cells where the header names " + header.size() + " columns");
        }
        return row;
    }

    private void decideKinds(List<String> row) {
        for (int i = 0; i < kinds.length; i++) {
            String cell = row.get(i);
            if (kinds[i] != Kind.UNDECIDED || isMissing(cell)) {
                continue;
            }
            if (number(cell).isPresent()) {
                kinds[i] = Kind.NUMBER;
            } else if (timeFormat == null && Timestamps.detect(cell).isPresent()) {
                timeFormat = Timestamps.detect(cell).orElseThrow();
                kinds[i] = Kind.TIME;
            } else {
                kinds[i] = Kind.TEXT;
            }
        }
    }

    private void checkTable(List<List<String>> cells) throws RecordingException {
        if (cells.isEmpty()) {
            throw new RecordingException(file, line, "there is a header and no row under it");
        }
        if (named(Kind.NUMBER).isEmpty()) {
            throw new RecordingException(
                    file, 2, "no column holds numbers; the separator is taken to be '" + separator + "'");
        }
    }

    private void addRow(List<String> cells) throws RecordingException {
        List<Double> values = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            switch (kinds[i]) {
                case NUMBER -> values.add(numberIn(i, cells.get(i)));
                case LABEL -> labels.add(numberIn(i, cells.get(i)));
                case TIME -> times.add(timeIn(i, cells.get(i)));
                default -> {
                    // Text and empty columns have nothing to serve.
                }
            }
        }
        rows.add(values.stream().mapToDouble(Double::doubleValue).toArray());
        marks.add(labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double numberIn(int column, String cell) throws RecordingException {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        OptionalDouble number = number(cell);
        if (number.isEmpty()) {
            throw new RecordingException(
                    file, line, "\"" + cell + "\" in column " + header.get(column) + " is not a number");
        }
        return number.getAsDouble();
    }

    private Instant timeIn(int column, String cell) throws RecordingException {
        return Timestamps.parse(cell, timeFormat)
                .orElseThrow(() -> new RecordingException(
                        file,
                        line,
                        "\"" + cell + "\" in column " + header.get(column)
                                + " is not a time as the first row writes it"));
    }

    private List<String> named(Kind kind) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == kind) {
                names.add(header.get(i));
            }
        }
        return names;
    }

    private static boolean isMissing(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.equals("nan") || text.equals("null") || text.equals("na");
    }

    /** With ';' between cells a comma inside one is the decimal comma of most of Europe. */
    private OptionalDouble number(String cell) {
        String text = separator == ';' ? cell.replace(',', '.') : cell;
        char last = text.charAt(text.length() - 1);
        // Java reads "1d" and "1f" as numbers, no recording does.
        if (last != '.' && !Character.isDigit(last)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }
}
