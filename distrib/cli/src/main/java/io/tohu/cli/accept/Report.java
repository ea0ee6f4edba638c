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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was accepted and what not, as a table and as JSON. */
final class Report {

    /** One step that is over. */
    record Line(String name, Outcome outcome, long millis) {

        @Override
        public String toString() {
            return line(name.length());
        }

        String line(int width) {
            return String.format(
                    Locale.ROOT,
                    "  %-7s  %-" + width + "s  %7.1f s  %s",
                    word(outcome.status()),
                    name,
                    millis / 1e3,
                    outcome.detail());
        }

        private static String word(Outcome.Status status) {
            return switch (status) {
                case OK -> "ok";
                case FAILED -> "FAILED";
                case SKIPPED -> "skipped";
                case NOT_RUN -> "not run";
            };
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing failed and nothing was left out because of a failure. */
    boolean accepted() {
        return !lines.isEmpty() && count(Outcome.Status.FAILED) == 0 && count(Outcome.Status.NOT_RUN) == 0;
    }

    /** 0 when every step was judged and went well, 3 when nothing failed but steps were skipped, 1 otherwise. */
    int exitCode() {
        if (!accepted()) {
            return 1;
        }
        return count(Outcome.Status.SKIPPED) == 0 ? 0 : 3;
    }

    String table() {
        int width = lines.stream().mapToInt(l -> l.name().length()).max().orElse(1);
        StringBuilder table = new StringBuilder();
        lines.forEach(line -> table.append(line.line(width)).append('\n'));
        return table.append(String.format(
                        Locale.ROOT,
                        "%n  %d ok, %d failed, %d skipped, %d not run: %s%n",
                        count(Outcome.Status.OK),
                        count(Outcome.Status.FAILED),
                        count(Outcome.Status.SKIPPED),
                        count(Outcome.Status.NOT_RUN),
                        verdict()))
                .toString();
    }

    /** Writes {@code accepted}, {@code gateway} and {@code steps} with name, status, detail and milliseconds. */
    void write(Path file, String gateway) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accepted", accepted());
        json.put("gateway", gateway);
        json.put("steps", lines.stream().map(Report::json).toList());
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(file, gson.toJson(json) + "\n");
    }

    private String verdict() {
        return switch (exitCode()) {
            case 0 -> "accepted";
            case 1 -> "NOT accepted";
            default -> "nothing failed, but not all was judged";
        };
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.name());
        json.put("status", line.outcome().status().name());
        json.put("detail", line.outcome().detail());
        json.put("millis", line.millis());
        return json;
    }

    private long count(Outcome.Status status) {
        return lines.stream().filter(l -> l.outcome().status() == status).count();
    }
}
