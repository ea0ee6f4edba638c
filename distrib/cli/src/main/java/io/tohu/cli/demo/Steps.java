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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcome of a run, step by step, as a table and as JSON. */
public final class Steps {

    /** One thing that was to be shown. */
    public record Step(String name, boolean ok, String detail) {}

    private final List<Step> steps = new ArrayList<>();

    public void add(String name, boolean ok, String detail) {
        steps.add(new Step(name, ok, detail));
    }

    public boolean ok() {
        return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
    }

    public String table() {
        int width = steps.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        for (Step step : steps) {
            table.append(String.format(
                    "  %-4s %-" + width + "s  %s%n", step.ok() ? "ok" : "FAIL", step.name(), step.detail()));
        }
        return table.toString();
    }

    public void write(Path json) throws IOException {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("ok", ok());
        summary.put("steps", steps);
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Files.createDirectories(json.getParent());
        Files.writeString(json, gson.toJson(summary) + "\n");
    }
}
